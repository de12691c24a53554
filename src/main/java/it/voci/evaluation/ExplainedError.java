package it.voci.evaluation;

import it.voci.classifier.Evidence;
import java.util.List;

/**
 * An error and what one needs to judge it.
 *
 * @param text of the paragraph
 * @param evidence the words that led to the labels given in the error's task, in the text's order
 *     for each label; empty where nobody looked for them
 */
public record ExplainedError(ConfidentError error, String text, List<Evidence> evidence) {
  public ExplainedError {
    evidence = List.copyOf(evidence);
  }
}
