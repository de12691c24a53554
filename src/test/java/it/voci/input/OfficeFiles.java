package it.voci.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Makes Word and PDF files for tests. */
public final class OfficeFiles {
  static final String WORD =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
          + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>";
  private static final int TOP = 760;
  private static final int LEFT = 60;
  private static final int SIZE = 12;

  private OfficeFiles() {}

  /** A Word document whose body is given as XML. */
  public static byte[] docx(String body) {
    return zip("word/document.xml", WORD + body + "</w:body></w:document>");
  }

  static byte[] zip(String name, String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static String paragraph(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  /**
   * A PDF file.
   *
   * @param pages their lines; an empty one leaves a gap
   */
  public static byte[] pdf(List<List<String>> pages) {
    return pdf(pages, "");
  }

  static byte[] pdf(List<List<String>> pages, String password) {
    PdfFonts.use();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), SIZE);
          for (int i = 0; i < lines.size(); i++) {
            content.beginText();
            content.newLineAtOffset(LEFT, TOP - i * SIZE * 1.2f);
            content.showText(lines.get(i));
            content.endText();
          }
        }
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
