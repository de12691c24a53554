package it.voci.quotes;

import it.voci.quotes.Attribution.Kind;
import it.voci.quotes.ParagraphText.Unit;
import it.voci.quotes.Pieces.Piece;
import it.voci.quotes.QuotationMarks.Quoted;
import java.util.List;
import java.util.Optional;

/** Attributes the quotations of a sentence. */
final class DirectSpeech {
  private static final int CLAUSE = 8;
  private static final int STITCHED = 6;
  private static final int TURN_OF_PHRASE = 5;

  private final ParagraphText p;
  private final Conversation conversation;
  private final Pieces pieces;

  DirectSpeech(ParagraphText paragraph, Conversation conversation, Pieces pieces) {
    this.p = paragraph;
    this.conversation = conversation;
    this.pieces = pieces;
  }

  /** A quotation of a sentence, cut to it. */
  private record Part(int start, int end, int open, int close, int words) {}

  /** Attributes quotations that have words of saying beside them; those are marked as spent. */
  void withCues(SentenceParts s) {
    Optional<Subject> broken = Optional.empty();
    for (Quoted quote : s.quotes()) {
      Part part = part(quote, s.unit());
      broken = withCue(part, s, broken);
    }
  }

  /** Attributes quotations that have none, but are no words within the writer's syntax. */
  void alone(SentenceParts s) {
    for (Quoted quote : s.quotes()) {
      Part part = part(quote, s.unit());
      if (!pieces.isCovered(part.start())) {
        alone(part, s);
      }
    }
  }

  /**
   * Attributes quotations too long to be a mere turn of phrase, of whoever the sentence is about.
   */
  void within(SentenceParts s) {
    for (Quoted quote : s.quotes()) {
      Part part = part(quote, s.unit());
      if (part.words() >= TURN_OF_PHRASE && !pieces.isCovered(part.start())) {
        Optional<Speaker> topic = s.topic(part.open());
        add(part, topic.orElse(conversation.focus()), topic.isPresent());
      }
    }
  }

  private Part part(Quoted quote, Unit unit) {
    int start = Math.max(quote.start(), unit.start());
    int end = Math.min(quote.end(), unit.end());
    int close = end < p.size() && p.isQuote(end) ? end + 1 : end;
    return new Part(start, end, start - 1, close, p.words(start, end));
  }

  private Optional<Subject> withCue(Part part, SentenceParts s, Optional<Subject> broken) {
    int c = tagAfter(part, s);
    if (c >= 0) {
      add(part, s.cues().get(c), s.subjects().get(c));
      s.spend(c);
      return Optional.of(s.subjects().get(c));
    }
    // “A”, ha detto X, “B”
    if (broken.isPresent() && isSecondHalf(part)) {
      add(part, null, broken.get());
      return broken;
    }
    Optional<Speaker> named =
        p.is(part.open() - 1, ":") ? s.endingAt(part.open() - 1) : Optional.empty();
    int before = cueBefore(part, s);
    boolean other =
        before < 0 || s.subjects().get(before).to(s.cues().get(before)) != part.open() - 1;
    if (named.isPresent() && other) {
      add(part, named.get(), true);
      return Optional.empty();
    }
    if (before >= 0) {
      add(part, s.cues().get(before), s.subjects().get(before));
      if (s.cues().get(before).kind() != Cue.Kind.SOURCE) {
        s.spend(before);
      }
      return Optional.of(s.subjects().get(before));
    }
    return Optional.empty();
  }

  private int tagAfter(Part part, SentenceParts s) {
    for (int c = 0; c < s.cues().size(); c++) {
      Cue cue = s.cues().get(c);
      int tag = s.subjects().get(c).from(cue);
      if (cue.start() < part.close()) {
        continue;
      }
      boolean near = p.words(part.close(), tag) <= 2 && !hasStop(part.close(), tag);
      boolean apart =
          p.isMark(part.close(), ",–—-.:") || tag == part.close() || endsItself(part.end() - 1);
      boolean source = cue.kind() != Cue.Kind.SOURCE || p.is(part.close(), ",");
      boolean reports = cue.kind() == Cue.Kind.GERUND;
      if (near && apart && source && !reports) {
        return isStitched(part, s.unit()) && !startsPart(part, s) ? -1 : c;
      }
      return -1;
    }
    return -1;
  }

  /** “Perché?” fa Ahat. */
  private boolean endsItself(int at) {
    return p.is(at, "?") || p.is(at, "!") || p.is(at, ",");
  }

  /** True for a quotation that follows a colon or a tag. */
  private boolean startsPart(Part part, SentenceParts s) {
    return p.is(part.open() - 1, ":") || p.words(s.unit().start(), part.start()) <= 1;
  }

  private boolean isSecondHalf(Part part) {
    int before = part.open() - 1;
    if (!p.isMark(before, ",.–—-:;")) {
      return false;
    }
    List<Piece> sentence = pieces.sentence();
    if (sentence.isEmpty()) {
      return false;
    }
    int from = sentence.get(sentence.size() - 1).end();
    return p.words(from, before) <= 14 && part.words() >= 2;
  }

  private int cueBefore(Part part, SentenceParts s) {
    for (int c = s.cues().size() - 1; c >= 0; c--) {
      Cue cue = s.cues().get(c);
      if (cue.end() > part.open()) {
        continue;
      }
      boolean source = cue.kind() == Cue.Kind.SOURCE;
      if (cue.isTagOnly() || (source && !p.is(part.open() - 1, ":"))) {
        return -1;
      }
      int from = s.subjects().get(c).to(cue);
      if (from > part.open()) {
        return -1;
      }
      int gap = p.words(from, part.open());
      boolean colon = p.is(part.open() - 1, ":");
      if (colon) {
        return hasStop(from, part.open() - 1) ? -1 : gap > 0 ? governing(c, s) : c;
      }
      boolean comes = p.is(cue.start() - 1, "come") && p.is(part.open() - 1, ",") && gap <= 6;
      if (comes && isWhole(part, s.unit())) {
        return c;
      }
      boolean direct =
          (gap == 0 && !p.is(part.open() - 1, ",")) || (gap == 1 && isLink(part.open() - 1));
      if (!direct) {
        return -1;
      }
      boolean whole = isWhole(part, s.unit());
      return whole || (gap == 0 && part.words() >= CLAUSE && endsClause(part)) ? c : -1;
    }
    return -1;
  }

  /**
   * "ha ribattuto che la Scala aveva chiesto di dire …: “…”": the first of cues within another's
   * clause.
   */
  private int governing(int c, SentenceParts s) {
    for (int g = 0; g < c; g++) {
      Cue cue = s.cues().get(g);
      int from = s.subjects().get(g).to(cue);
      if (cue.kind() == Cue.Kind.VERB
          && s.subjects().get(g).isKnown()
          && hasClause(from, s.cues().get(c).start())
          && !hasStop(from, s.cues().get(c).start())) {
        return g;
      }
    }
    return c;
  }

  private boolean hasClause(int from, int to) {
    for (int i = from; i < Math.min(to, from + 8); i++) {
      if (p.is(i, "che")) {
        return true;
      }
    }
    return false;
  }

  private boolean isLink(int at) {
    return p.is(at, "che")
        || p.is(at, "di")
        || p.is(at, "un")
        || p.is(at, "una")
        || p.is(at, "come")
        || p.is(at, "d'")
        || p.is(at, "la")
        || p.is(at, "il");
  }

  /** True where nothing but marks follows a quotation in its sentence. */
  private boolean isWhole(Part part, Unit unit) {
    return p.words(part.end(), unit.end()) == 0 || p.isMark(part.close(), ";:");
  }

  private boolean endsClause(Part part) {
    return p.isMark(part.close(), ",;:.") && !p.is(part.close() + 1, "e");
  }

  private void alone(Part part, SentenceParts s) {
    Unit unit = s.unit();
    if (p.is(part.open() - 1, ":") && part.words() >= 2) {
      Optional<Speaker> speaker = s.beforeColon(part.open() - 1);
      if (speaker.isPresent() || part.words() >= 4) {
        add(part, speaker.orElse(conversation.focus()), speaker.isPresent());
        return;
      }
    }
    boolean whole = p.words(unit.start(), part.start()) == 0 || p.isMark(part.open() - 1, ".?!");
    if (!whole || part.words() < 2) {
      return;
    }
    boolean closed = p.words(part.end(), unit.end()) == 0;
    Optional<Speaker> after = after(part, s);
    if (closed || p.isMark(part.close(), ":") || after.isPresent() || part.words() >= STITCHED) {
      add(part, after.orElse(conversation.focus()), after.isPresent());
    }
  }

  /** “…”, così X. “…” (X): whoever is named right after it. */
  private Optional<Speaker> after(Part part, SentenceParts s) {
    if (!p.isMark(part.close(), ",–—-(.")) {
      return Optional.empty();
    }
    for (NounPhrase phrase : s.phrases()) {
      if (phrase.outer() >= part.close() && p.words(part.close(), phrase.outer()) <= 2) {
        boolean speaks =
            phrase.kind() != NounPhrase.Kind.PLACE && phrase.kind() != NounPhrase.Kind.WORD;
        return speaks && phrase.isFree() ? Optional.of(s.speakers().get(phrase)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private void add(Part part, Speaker speaker, boolean explicit) {
    pieces.add(
        new Piece(part.start(), part.end(), Kind.DIRECT, Optional.empty(), speaker, explicit));
  }

  private void add(Part part, Cue cue, Subject subject) {
    pieces.add(
        new Piece(
            part.start(),
            part.end(),
            Kind.DIRECT,
            Optional.ofNullable(cue),
            subject.speaker(),
            subject.isNamed()));
  }

  /** A few quoted words within the writer's syntax. */
  private boolean isStitched(Part part, Unit unit) {
    return p.words(unit.start(), part.start()) > 0 && part.words() < STITCHED;
  }

  private boolean hasStop(int from, int to) {
    for (int i = from; i < to; i++) {
      if (p.isMark(i, ";.!?")) {
        return true;
      }
    }
    return false;
  }
}
