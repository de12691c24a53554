package it.voci.quotes;

import static it.voci.quotes.Grammar.words;

import it.voci.quotes.Attribution.Kind;
import it.voci.quotes.ParagraphText.Unit;
import it.voci.quotes.Pieces.Piece;
import java.util.Optional;
import java.util.Set;

/** Reported speech that goes on in a sentence of its own, without words of saying. */
final class Continuation {
  private static final Set<String> ESTIMATE =
      words(
          "probabile improbabile probabilmente verosimilmente presumibilmente probabilita realistica"
              + " possibile realistico verosimile");

  private Continuation() {}

  /** True where the sentence begins with somebody else. */
  private static boolean isAboutAnother(ParagraphText p, SentenceParts parts, Piece last) {
    for (NounPhrase phrase : parts.phrases()) {
      if (phrase.isFree()) {
        return phrase.kind() == NounPhrase.Kind.PERSON
            && !phrase.isPlural()
            && p.words(parts.unit().start(), phrase.start()) <= 2
            && !parts.speakers().get(phrase).name().equals(last.speaker().name());
      }
    }
    return false;
  }

  /** A sentence right after reported speech that a conditional or an estimate marks as reported. */
  static Optional<Piece> of(ParagraphText p, SentenceParts parts, Piece last) {
    if (last.kind() != Kind.INDIRECT || !last.speaker().isKnown()) {
      return Optional.empty();
    }
    Unit unit = parts.unit();
    if (isAboutAnother(p, parts, last)) {
      return Optional.empty();
    }
    for (int i = unit.start(); i < unit.end(); i++) {
      boolean quoted =
          p.inQuote(i)
              && p.quotes.get(p.quoteAt[i]).end() - p.quotes.get(p.quoteAt[i]).start() >= 3;
      if (quoted
          || (!p.inQuote(i)
              && (Grammar.isConditional(p.word(i)) || ESTIMATE.contains(p.word(i))))) {
        return Optional.of(
            new Piece(
                unit.start(),
                unit.end(),
                Kind.INDIRECT,
                Optional.empty(),
                last.speaker().understood(),
                false));
      }
    }
    return Optional.empty();
  }
}
