package it.voci.input;

import static it.voci.input.OfficeFiles.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import it.voci.corpus.Paragraph;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocxArticleTest {
  private static final String BROKEN =
      "a.docx: not a Word document that can be read (broken, of an old version or protected);"
          + " save it anew as .docx without a password";

  private static InputArticle read(String body) {
    return DocxArticle.read(OfficeFiles.docx(body), "a.docx");
  }

  private static List<String> texts(String body) {
    return read(body).article().paragraphs().stream().map(Paragraph::text).toList();
  }

  private static void assertRefused(byte[] docx, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> DocxArticle.read(docx, "a.docx"))
        .withMessage(message);
  }

  @Test
  void paragraphs_areThoseOfTheBody_emptyOnesLeftOut() {
    assertThat(
            texts(
                paragraph("Il ministro ha detto: «Perché no?» &amp; basta.")
                    + paragraph(" ")
                    + "<w:p/>"
                    + "<w:p><w:r><w:t>Due </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>pezzi"
                    + "</w:t><w:tab/><w:t>e</w:t><w:noBreakHyphen/><w:t>uno.</w:t></w:r></w:p>"
                    + "<w:tbl><w:tr><w:tc>"
                    + paragraph("Una cella.")
                    + "</w:tc></w:tr></w:tbl>"))
        .containsExactly(
            "Il ministro ha detto: «Perché no?» & basta.", "Due pezzi\te-uno.", "Una cella.");
  }

  @Test
  void deletedTextAndFallbacks_areLeftOut_insertedTextAndBoxesStay() {
    assertThat(
            texts(
                "<w:p><w:ins><w:r><w:t>Nuovo.</w:t></w:r></w:ins><w:del><w:r><w:delText>Vecchio."
                    + "</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>Altrove.</w:t></w:r>"
                    + "</w:moveFrom></w:p>"
                    + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>"
                    + paragraph("Nel riquadro.")
                    + "</w:txbxContent></mc:Choice><mc:Fallback>"
                    + paragraph("Nel riquadro.")
                    + "</mc:Fallback></mc:AlternateContent><w:t>Intorno.</w:t></w:r></w:p>"))
        .containsExactly("Nuovo.", "Nel riquadro.", "Intorno.");
  }

  @Test
  void lineBreaks_standForParagraphsAsInPlainText() {
    assertThat(
            texts(
                "<w:p><w:r><w:t>Uno.</w:t><w:br/><w:br/><w:t>Due,</w:t><w:br/><w:t>ancora due."
                    + "</w:t></w:r></w:p>"))
        .containsExactly("Uno.", "Due,\nancora due.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Title", "Titolo"})
  void titleStyle_isMetadata(String style) {
    InputArticle article =
        read(
            "<w:p><w:pPr><w:pStyle w:val=\""
                + style
                + "\"/></w:pPr><w:r><w:t>Il titolo</w:t></w:r></w:p>"
                + paragraph("Il testo."));
    assertThat(article.article().title()).contains("Il titolo");
    assertThat(article.article().paragraphs()).hasSize(1);
  }

  @Test
  void documentTypes_areRefused() {
    String laughs =
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + OfficeFiles.WORD
            + paragraph("&b;")
            + "</w:body></w:document>";
    assertRefused(OfficeFiles.zip("word/document.xml", laughs), BROKEN);
    String external =
        "<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
            + OfficeFiles.WORD
            + paragraph("&a;")
            + "</w:body></w:document>";
    assertRefused(OfficeFiles.zip("word/document.xml", external), BROKEN);
  }

  @Test
  void bomb_isRefusedBeforeItFillsTheMemory() {
    String body = paragraph(" ".repeat(65 << 20));
    assertRefused(OfficeFiles.docx(body), "a.docx: its text fills more than 64 MiB; split it");
  }

  @Test
  void otherFiles_areOneLine() {
    assertRefused(OfficeFiles.docx(""), "a.docx: holds no text");
    assertRefused(OfficeFiles.zip("xl/workbook.xml", "<a/>"), "a.docx: not a Word document");
    assertRefused(OfficeFiles.zip("word/document.xml", "<a><b></a>"), BROKEN);
    assertRefused("niente".getBytes(StandardCharsets.UTF_8), BROKEN);
    assertRefused(new byte[0], BROKEN);
  }
}
