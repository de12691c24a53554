package it.voci.actors;

/**
 * An actor named in a text.
 *
 * @param actor of the gazetteer, or made up from an office's phrase
 * @param start first token; articles and prepositions are left out
 * @param end token after the last one
 * @param relation to the word before
 */
public record Mention(Actor actor, int start, int end, Kind kind, Relation relation) {
  /** How an actor is named. */
  public enum Kind {
    /** By name: {@code Peskov}, {@code Tass}. */
    NAME,
    /** By what it is: {@code il portavoce del Cremlino}, {@code fonti ucraine}. */
    OFFICE,
    /** By both: {@code il viceministro polacco Paweł Zalewski}. */
    OFFICE_AND_NAME,
    /** By where it sits: {@code Mosca}, {@code la Casa Bianca}; or the place itself is meant. */
    PLACE
  }

  /** What the preposition before a mention, with or without an article, says. */
  public enum Relation {
    NONE,
    /** {@code a}, {@code in}, {@code su}, {@code verso}, {@code presso}, {@code fra}. */
    AT,
    /** {@code da}: from a place, or by somebody. */
    FROM,
    /** {@code di}. */
    OF
  }

  /** True for {@code a Mosca}: the place, not those who rule there. */
  public boolean isMerePlace() {
    return kind == Kind.PLACE && relation == Relation.AT;
  }

  /** True if it may be the grammatical subject: no preposition of place or possession before. */
  public boolean isFree() {
    return relation == Relation.NONE;
  }
}
