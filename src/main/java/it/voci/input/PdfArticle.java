package it.voci.input;

import it.voci.UserException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF files with text in them, as printed from a browser or set for print. */
final class PdfArticle {
  private PdfArticle() {}

  static InputArticle read(byte[] bytes, String name) {
    PdfFonts.use();
    try (PDDocument document =
        Loader.loadPDF(
            new RandomAccessReadBuffer(bytes), IOUtils.createTempFileOnlyStreamCache())) {
      Optional<String> title =
          Optional.ofNullable(document.getDocumentInformation().getTitle())
              .map(String::strip)
              .filter(text -> !text.isEmpty());
      List<String> paragraphs =
          PdfParagraphs.of(PdfLines.of(document, name)).stream()
              .filter(text -> title.filter(whole -> isTitle(text, whole)).isEmpty())
              .toList();
      if (paragraphs.isEmpty()) {
        throw new UserException(
            name + ": holds no text; if it is a scan, have its text recognised (OCR) first");
      }
      return InputArticle.of(name, title, Optional.empty(), Optional.empty(), paragraphs);
    } catch (InvalidPasswordException e) {
      throw new UserException(
          name + ": protected by a password; save a copy without it and name that", e);
    } catch (IOException e) {
      throw new UserException(name + ": not a PDF file that can be read; print it anew", e);
    }
  }

  /** Browsers give the title of the window, with the name of the outlet behind it. */
  private static boolean isTitle(String paragraph, String title) {
    return title.startsWith(paragraph) && paragraph.length() * 2 >= title.length();
  }
}
