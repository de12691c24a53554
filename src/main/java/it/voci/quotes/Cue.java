package it.voci.quotes;

import it.voci.quotes.SpeechVerbs.Complement;
import java.util.Set;

/**
 * Words of saying outside quotations.
 *
 * @param start first token, auxiliary included
 * @param end token after the last
 */
record Cue(int start, int end, Kind kind, String verb, Set<Complement> complements) {
  /** What announces speech. */
  enum Kind {
    VERB,
    GERUND,
    /** {@code secondo}, {@code stando a}, {@code per}. */
    SOURCE,
    /** {@code lo riferisce}, {@code così}, {@code è quanto afferma}: points back. */
    BACK
  }

  boolean takes(Complement complement) {
    return complements.contains(complement);
  }
}
