package it.voci.classifier;

import it.voci.text.TextSpan;

/**
 * Words that carry a label of a paragraph.
 *
 * @param task the task's id
 * @param label the label's id
 * @param span chars of the paragraph
 * @param weight by how much the natural logarithm of the label's odds falls where the words are
 *     missing; above 0
 */
public record Evidence(String task, String label, TextSpan span, double weight) {
  public Evidence {
    if (!(weight > 0)) {
      throw new IllegalArgumentException("expected a weight above 0 but was " + weight);
    }
  }
}
