package it.voci.quotes;

/**
 * A phrase that can name a speaker, with what stands in apposition to it.
 *
 * @param outer its preposition, or {@code start}
 * @param start first token, determiner included
 * @param head its noun or the first token of its name
 * @param end token after the last
 * @param nameStart first token of a person's name that the gazetteer does not know, else -1
 * @param mention index of the paragraph's mention that it is, else -1
 */
record NounPhrase(
    int outer,
    int start,
    int head,
    int end,
    Kind kind,
    Relation relation,
    boolean isPlural,
    boolean isDefinite,
    int nameStart,
    int nameEnd,
    int mention) {
  /** What it names. */
  enum Kind {
    PERSON,
    /**
     * A single capitalised word that nobody knows: a speaker only right beside a word of saying.
     */
    WORD,
    BODY,
    DOCUMENT,
    PLACE
  }

  /** The preposition before it. */
  enum Relation {
    FREE,
    OF,
    FROM,
    OTHER
  }

  boolean isFree() {
    return relation == Relation.FREE;
  }

  /** True for a person's name, known or not. */
  boolean isNamed(ParagraphText p) {
    return isNamed()
        || (mention >= 0 && p.mentions.get(mention).kind() != it.voci.actors.Mention.Kind.OFFICE);
  }

  boolean isNamed() {
    return nameStart >= 0;
  }

  NounPhrase upTo(int newEnd) {
    return new NounPhrase(
        outer,
        start,
        head,
        newEnd,
        kind,
        relation,
        isPlural,
        isDefinite,
        nameStart,
        nameEnd,
        mention);
  }

  NounPhrase named(int from, int to, int by, int newEnd) {
    return new NounPhrase(
        outer, start, head, newEnd, Kind.PERSON, relation, isPlural, isDefinite, from, to, by);
  }
}
