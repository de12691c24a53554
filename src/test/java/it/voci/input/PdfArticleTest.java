package it.voci.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import it.voci.corpus.Paragraph;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfArticleTest {
  private static List<String> texts(byte[] pdf) {
    return PdfArticle.read(pdf, "a.pdf").article().paragraphs().stream()
        .map(Paragraph::text)
        .toList();
  }

  private static List<String> texts(String... lines) {
    return texts(OfficeFiles.pdf(List.of(List.of(lines))));
  }

  private static void assertRefused(byte[] pdf, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> PdfArticle.read(pdf, "a.pdf"))
        .withMessage("a.pdf: " + message);
  }

  @Test
  void lines_areJoinedToParagraphsAtGaps() {
    assertThat(
            texts(
                "Il portavoce del Cremlino ha detto che le trattative riprenderanno",
                "quando gli alleati di Kiev lo vorranno.",
                "",
                "Il ministro ucraino ha risposto da Bruxelles che a Mosca nessuno ha",
                "mai voluto trattare."))
        .containsExactly(
            "Il portavoce del Cremlino ha detto che le trattative riprenderanno quando gli alleati"
                + " di Kiev lo vorranno.",
            "Il ministro ucraino ha risposto da Bruxelles che a Mosca nessuno ha mai voluto"
                + " trattare.");
  }

  @Test
  void dividedWords_areMended_othersKeepTheirHyphen() {
    assertThat(
            texts(
                "Il portavoce del Cremlino ha detto oggi che le tratta-",
                "tive riprenderanno con il vertice italo-",
                "Ucraina, secondo fonti vicine al mini-",
                "stero."))
        .containsExactly(
            "Il portavoce del Cremlino ha detto oggi che le trattative riprenderanno con il vertice"
                + " italo-Ucraina, secondo fonti vicine al ministero.");
  }

  @Test
  void shortLastLine_endsAParagraphWithoutGap() {
    assertThat(
            texts(
                "Il portavoce del Cremlino ha detto oggi che le trattative riprenderanno",
                "molto presto.",
                "Il ministro ucraino ha risposto da Bruxelles che a Mosca nessuno ha mai",
                "voluto trattare."))
        .hasSize(2);
  }

  @Test
  void headersFootersAndPageNumbers_areDropped_paragraphsGoOnOverPages() {
    List<List<String>> bodies =
        List.of(
            List.of("Il portavoce del Cremlino ha detto oggi che le trattative,", "dopo mesi,"),
            List.of(
                "riprenderanno presto, e il ministro ucraino ha risposto che a", "Mosca nessuno"),
            List.of("le vuole davvero.", "", "La Nato non commenta."));
    List<List<String>> pages = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      List<String> lines = new ArrayList<>();
      lines.add("La Gazzetta di prova, venerdi 3 maggio 2024");
      lines.add("");
      lines.addAll(bodies.get(page - 1));
      lines.add("");
      lines.add("Pagina " + page + " di 3");
      pages.add(lines);
    }
    assertThat(texts(OfficeFiles.pdf(pages)))
        .containsExactly(
            "Il portavoce del Cremlino ha detto oggi che le trattative, dopo mesi, riprenderanno"
                + " presto, e il ministro ucraino ha risposto che a Mosca nessuno le vuole davvero.",
            "La Nato non commenta.");
  }

  @Test
  void whatABrowserPrintsAtTheEdges_isDropped() {
    assertThat(
            texts(
                "29/11/26, 01:20 La guerra vista da Mosca",
                "",
                "Il portavoce del Cremlino ha detto che le trattative riprenderanno.",
                "",
                "https://www.example.org/guerra 1/1"))
        .containsExactly("Il portavoce del Cremlino ha detto che le trattative riprenderanno.");
  }

  @Test
  void noText_saysWhatToDo() {
    assertRefused(
        OfficeFiles.pdf(List.of(List.of(), List.of())),
        "holds no text; if it is a scan, have its text recognised (OCR) first");
  }

  @Test
  void password_saysWhatToDo() {
    assertRefused(
        OfficeFiles.pdf(List.of(List.of("Il ministro ha detto.")), "segreto"),
        "protected by a password; save a copy without it and name that");
  }

  @Test
  void brokenFile_isOneLine() {
    byte[] whole = OfficeFiles.pdf(List.of(List.of("Il ministro ha detto.")));
    String message = "not a PDF file that can be read; print it anew";
    assertRefused(Arrays.copyOf(whole, 20), message);
    assertRefused("niente".getBytes(StandardCharsets.UTF_8), message);
    assertRefused(new byte[0], message);
  }
}
