package it.voci.classifier;

import it.voci.input.InputArticle;
import java.util.List;
import java.util.Optional;

/**
 * An article and what was said of it.
 *
 * @param input the article as it was read
 * @param paragraphs one entry per paragraph, in order
 */
public record LabelledArticle(InputArticle input, List<LabelledParagraph> paragraphs) {
  /** What can be wrong with a paragraph or its labels; the names stand in the output. */
  public enum Warning {
    /** Nothing to label: the text is blank. */
    EMPTY,
    /** In another language, for which the model knows nothing. */
    NOT_ITALIAN,
    /** The labels break a rule of the scheme. */
    INCONSISTENT
  }

  /**
   * What was said of a paragraph.
   *
   * @param prediction empty where there was nothing to label
   * @param evidence the words that carry the labels; empty where they were not looked for
   */
  public record LabelledParagraph(
      Optional<Prediction> prediction, Optional<List<Evidence>> evidence, List<Warning> warnings) {
    public LabelledParagraph {
      evidence = evidence.map(List::copyOf);
      warnings = List.copyOf(warnings);
    }
  }

  public LabelledArticle {
    paragraphs = List.copyOf(paragraphs);
    if (paragraphs.size() != input.article().paragraphs().size()) {
      throw new IllegalArgumentException(
          "expected "
              + input.article().paragraphs().size()
              + " labelled paragraphs but was "
              + paragraphs.size());
    }
  }
}
