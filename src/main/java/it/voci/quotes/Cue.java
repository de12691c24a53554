package it.voci.quotes;

import it.voci.quotes.SpeechVerbs.Complement;
import java.util.Set;

/**
 * Words of saying outside quotations.
 *
 * @param start first token, auxiliary included
 * @param end token after the last
 * @param verb infinitive; empty for prepositions
 */
record Cue(
    int start, int end, Kind kind, String verb, Set<Complement> complements, boolean isPlural) {
  /** What announces speech. */
  enum Kind {
    VERB,
    GERUND,
    /** {@code si legge}, {@code si apprende}. */
    IMPERSONAL,
    /** {@code è la valutazione}, {@code la sintesi}: a noun between commas. */
    NOUN,
    /** {@code secondo}, {@code stando a}, {@code per}. */
    SOURCE
  }

  boolean takes(Complement complement) {
    return complements.contains(complement);
  }

  /** The same without the words before a token. */
  Cue from(int token) {
    return new Cue(token, end, kind, verb, complements, isPlural);
  }

  boolean isTagOnly() {
    return kind == Kind.NOUN;
  }
}
