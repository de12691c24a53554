package it.voci.input;

import it.voci.UserException;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of a PDF file's pages, as they follow each other in the file. */
final class PdfLines extends PDFTextStripper {
  /**
   * A line.
   *
   * @param left left edge, in points as all others
   * @param right right edge
   * @param y distance of the base line from the top of the page
   * @param size of its letters
   */
  record Line(String text, double left, double right, double y, double size) {}

  /** More than a thousand printed pages have. */
  private static final int MOST_OPERATORS = 5_000_000;

  private static final int MOST_LETTERS = 5_000_000;

  private final String name;
  private final List<List<Line>> pages = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<TextPosition> first = Optional.empty();
  private double right;
  private int operators;
  private int letters;

  private PdfLines(String name) {
    this.name = name;
  }

  /**
   * Reads all pages.
   *
   * @throws UserException where they hold more than any article does
   */
  static List<List<Line>> of(PDDocument document, String name) throws IOException {
    PdfLines lines = new PdfLines(name);
    lines.writeText(document, Writer.nullWriter());
    return lines.pages;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    requireFewer(operators++, MOST_OPERATORS);
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    requireFewer(letters++, MOST_LETTERS);
    super.processTextPosition(position);
  }

  private void requireFewer(int number, int most) {
    if (number > most) {
      throw new UserException(name + ": holds more than a thousand pages of text; split it");
    }
  }

  @Override
  protected void startPage(PDPage page) {
    pages.add(new ArrayList<>());
  }

  @Override
  protected void endPage(PDPage page) {
    endLine();
  }

  @Override
  protected void writeString(String word, List<TextPosition> positions) {
    text.append(word);
    if (!positions.isEmpty()) {
      first = first.or(() -> Optional.of(positions.get(0)));
      TextPosition last = positions.get(positions.size() - 1);
      right = Math.max(right, last.getXDirAdj() + last.getWidthDirAdj());
    }
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
  }

  private void endLine() {
    String line = Whitespace.folded(text);
    if (!line.isEmpty() && first.isPresent()) {
      TextPosition start = first.get();
      pages
          .get(pages.size() - 1)
          .add(
              new Line(
                  line, start.getXDirAdj(), right, start.getYDirAdj(), start.getFontSizeInPt()));
    }
    text.setLength(0);
    first = Optional.empty();
    right = 0;
  }
}
