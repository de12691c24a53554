package it.voci.evaluation;

/**
 * How long predicting took on one thread, from text to labels; opening the model is not in it, the
 * slow first moments of a Java program are.
 *
 * @param seconds above 0
 */
public record Speed(int paragraphs, double seconds) {
  public Speed {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("seconds must be positive but was " + seconds);
    }
  }

  public double paragraphsPerSecond() {
    return paragraphs / seconds;
  }
}
