package it.voci.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import it.voci.corpus.Paragraph;
import it.voci.text.TextSpan;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {
  private static List<InputArticle> read(String csv) {
    return InputKind.CSV.read(csv.getBytes(StandardCharsets.UTF_8), "a.csv").toList();
  }

  private static List<String> texts(InputArticle article) {
    return article.article().paragraphs().stream().map(Paragraph::text).toList();
  }

  private static void assertRefused(String csv, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(csv))
        .withMessage("a.csv" + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void delimiter_isSeen(String delimiter) {
    List<InputArticle> articles =
        read(
            "\uFEFFn,Text,Date\r\n1,\"Uno, due; tre\t|\",2024-05\r\n2,\"«Già»\nfine\",\r\n"
                .replace("1,", "1" + delimiter)
                .replace("2,", "2" + delimiter)
                .replace("n,Text,Date", String.join(delimiter, "n", "Text", "Date"))
                .replace("\",", "\"" + delimiter));
    assertThat(articles).hasSize(2);
    assertThat(texts(articles.get(0))).containsExactly("Uno, due; tre\t|");
    assertThat(texts(articles.get(1))).containsExactly("«Già»\nfine");
    assertThat(articles.get(0).article().date()).contains("2024-05");
    assertThat(articles.get(1).article().date()).isEmpty();
    assertThat(articles)
        .extracting(article -> article.article().id())
        .containsExactly("a.csv:2", "a.csv:3");
  }

  @Test
  void consecutiveRowsOfOneArticle_areJoined_othersStandAlone() {
    List<InputArticle> articles =
        read(
            """
            article,title,outlet,text
            a,T,O,Uno
            a,T,O,
            a,,,Tre
            b,,,Quattro
            ,,,Cinque
            a,,,Sei
            """);
    assertThat(articles)
        .extracting(CsvRecordsTest::texts)
        .containsExactly(
            List.of("Uno", "", "Tre"), List.of("Quattro"), List.of("Cinque"), List.of("Sei"));
    assertThat(articles.get(0).article().title()).contains("T");
    assertThat(articles.get(0).article().outlet()).contains("O");
    assertThat(articles.get(0).spans())
        .containsExactly(new TextSpan(0, 3), new TextSpan(5, 5), new TextSpan(7, 10));
  }

  @Test
  void windows1252_isDetected() {
    byte[] bytes = "text\n\"È la città più bella\"\n".getBytes(Charset.forName("windows-1252"));
    assertThat(texts(InputKind.CSV.read(bytes, "a.csv").toList().get(0)))
        .containsExactly("È la città più bella");
  }

  @Test
  void cellsNeutralisedForSpreadsheets_areRestored() {
    assertThat(texts(read("text\n'=1+1\n").get(0))).containsExactly("=1+1");
  }

  @Test
  void badTables_areNamedByTheirLine() {
    assertRefused("", ": holds no text");
    assertRefused("text\n", ": holds no text");
    assertRefused("a,b\n1,2\n", ":1: no column 'text'; the columns are 'a, b'");
    assertRefused("text,text\na,b\n", ":1: a column occurs twice: text, text");
    assertRefused("text,n\na,1\nb\n", ":3: expected 2 cells but was 1");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read("text\na\n\"b"))
        .withMessageStartingWith("a.csv:3: not a table (");
  }
}
