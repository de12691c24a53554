package it.voci.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import it.voci.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {
  private static final String EVIL = "</script><img src=x onerror=\"alert(1)\">'&\u202E";

  @TempDir private Path folder;

  private static MarkdownTable table() {
    MarkdownTable table = new MarkdownTable("label", List.of("share"));
    table.row(EVIL, List.of("0.5"));
    return table;
  }

  private static HtmlChart chart() {
    return new HtmlChart(
        EVIL,
        200,
        JsonParser.parseString(
                """
                {"tooltip": {}, "yAxis": {},
                 "xAxis": {"type": "category", "data": ["</script><img src=y>", "b"]},
                 "series": [{"type": "bar", "itemStyle": {"color": "--c3"}, "data": [1, 2]}]}
                """)
            .getAsJsonObject(),
        "Figures",
        table());
  }

  @Test
  void render_tableOfHostileText_isTextUnderAPolicyWithoutScripts() {
    String page = new HtmlPage("en", EVIL, "table", false).render(table());

    assertThat(page)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("content=\"default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; base")
        .contains("<th scope=\"row\">&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;")
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("\u202E");
  }

  @Test
  void escape_whiteSpace_isKept() {
    assertThat(HtmlPage.escape(" a\n b\u00A0\u0000\u200Bc ")).isEqualTo(" a\n b\u00A0c ");
  }

  @Test
  void render_missingName_isAnError() {
    assertThatThrownBy(() -> new HtmlPage("en", "t", "table", false).render(Map.of()))
        .hasMessageContaining("'head'");
  }

  @Test
  void chart_inABrowser_isDrawnWithoutErrorOrRequest() throws IOException, InterruptedException {
    Path file = folder.resolve("page.html");
    Files.writeString(file, new HtmlPage("en", "Title", "chart", true).render(chart()));

    Chromium.Visit visit = Chromium.open(file, Files.createDirectory(folder.resolve("browser")));

    assertThat(visit.console()).isEmpty();
    assertThat(visit.dom())
        .contains("<svg")
        .contains("fill=\"#00786c\"")
        .doesNotContain("<img src");
  }

  @Test
  void script_thatIsNotThePages_isBlocked() throws IOException, InterruptedException {
    Path file = folder.resolve("page.html");
    String page = new HtmlPage("en", "Title", "chart", true).render(chart());
    Files.writeString(
        file,
        page.replace(
            "</body>",
            "<script>document.title='mine'</script><img src=\"https://example.invalid/x\"></body>"));

    Chromium.Visit visit = Chromium.open(file, Files.createDirectory(folder.resolve("browser")));

    assertThat(visit.console())
        .anyMatch(line -> line.contains("inline script"))
        .anyMatch(line -> line.contains("example.invalid"));
    assertThat(visit.dom()).contains("<title>Title</title>");
  }
}
