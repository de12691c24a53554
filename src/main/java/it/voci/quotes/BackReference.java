package it.voci.quotes;

import it.voci.quotes.Attribution.Kind;
import it.voci.quotes.ParagraphText.Unit;
import it.voci.quotes.Pieces.Piece;
import java.util.List;
import java.util.Optional;

/** A sentence that only says whose the one before was: "Lo riferisce la Tass.", "Così Peskov." */
final class BackReference {
  private static final int LONGEST = 30;

  private BackReference() {}

  /** Gives the sentence before to whom this one names; false where it does not point back. */
  static boolean give(ParagraphText p, SentenceParts parts, Pieces pieces, Unit before) {
    Unit unit = parts.unit();
    if (p.words(unit.start(), unit.end()) > LONGEST || !pointsBack(p, parts)) {
      return false;
    }
    Optional<Speaker> speaker = speaker(p, parts);
    if (speaker.isEmpty()) {
      return false;
    }
    Optional<Cue> cue = parts.cues().stream().findFirst();
    if (!pieces.giveSince(before.start(), speaker.get(), cue)) {
      pieces.add(new Piece(before.start(), before.end(), Kind.INDIRECT, cue, speaker.get(), true));
    }
    return true;
  }

  private static boolean pointsBack(ParagraphText p, SentenceParts parts) {
    int start = parts.unit().start();
    List<Cue> cues = parts.cues();
    boolean cueFirst = !cues.isEmpty() && cues.get(0).start() <= start + 1;
    if (p.is(start, "lo") || p.is(start, "l'")) {
      return cueFirst && !announces(p, cues.get(0), parts.unit());
    }
    if (p.is(start, "cosi")) {
      return parts.phrases().stream().anyMatch(x -> x.isFree() && x.outer() == start + 1);
    }
    if (p.is(start, "e") || p.is(start, "e'")) {
      return p.is(start + 1, "quanto")
          || (p.isAny(start + 1, Grammar.ARTICLES)
              && p.isAny(start + 2, Grammar.SPEECH)
              && p.isAny(start + 3, Grammar.OF));
    }
    if (p.is(start, "a")) {
      return p.isWord(start + 1) && p.word(start + 1).endsWith("rlo");
    }
    return p.is(start, "parole") || p.is(start, "parola");
  }

  private static boolean announces(ParagraphText p, Cue cue, Unit unit) {
    for (int i = cue.end(); i < Math.min(unit.end(), cue.end() + 8); i++) {
      if ((p.is(i, "che") && !p.is(i - 1, ",")) || p.is(i, ":")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Speaker> speaker(ParagraphText p, SentenceParts parts) {
    int start = parts.unit().start();
    for (NounPhrase phrase : parts.phrases()) {
      boolean by =
          phrase.isFree()
              || phrase.relation() == NounPhrase.Relation.FROM
              || (phrase.outer() == start + 3 && p.isAny(start + 2, Grammar.SPEECH));
      if (phrase.outer() > start && by && phrase.kind() != NounPhrase.Kind.WORD) {
        return Optional.of(parts.speakers().get(phrase));
      }
    }
    return Optional.empty();
  }
}
