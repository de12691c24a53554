package it.voci.quotes;

import it.voci.quotes.Attribution.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The speech found in a paragraph so far, in tokens. */
final class Pieces {
  /**
   * A stretch of speech.
   *
   * @param isExplicit true where the sentence itself names the speaker
   */
  record Piece(
      int start, int end, Kind kind, Optional<Cue> cue, Speaker speaker, boolean isExplicit) {
    Piece by(Speaker other, Optional<Cue> saying) {
      return new Piece(start, end, kind, saying, other, true);
    }
  }

  private final ParagraphText p;
  private final Conversation conversation;
  private final List<Piece> pieces = new ArrayList<>();
  private int first;

  Pieces(ParagraphText paragraph, Conversation conversation) {
    this.p = paragraph;
    this.conversation = conversation;
  }

  /** From here on {@link #sentence} and what covers what are about the next sentence. */
  void nextSentence() {
    first = pieces.size();
  }

  /** Those of this sentence. */
  List<Piece> sentence() {
    return pieces.subList(first, pieces.size());
  }

  boolean isEmpty() {
    return pieces.isEmpty();
  }

  Piece last() {
    return pieces.get(pieces.size() - 1);
  }

  void add(Piece piece) {
    if (p.words(piece.start(), piece.end()) > 0) {
      pieces.add(piece);
      conversation.spoke(piece.speaker());
    }
  }

  /** Adds reported speech, cut where a quotation of this sentence already stands. */
  void addAround(Piece piece) {
    int from = piece.start();
    int to = piece.end();
    for (Piece other : sentence()) {
      if (other.start() <= from && other.end() > from) {
        from = other.end();
      }
    }
    for (Piece other : sentence()) {
      if (other.start() > from && other.start() < to) {
        to = beforeTag(other, from);
      }
    }
    add(
        new Piece(
            from,
            Math.max(from, to),
            piece.kind(),
            piece.cue(),
            piece.speaker(),
            piece.isExplicit()));
  }

  /** Where a quotation's words of saying begin, if they stand before it. */
  private int beforeTag(Piece quotation, int from) {
    int tag = quotation.cue().map(Cue::start).orElse(quotation.start());
    if (tag <= from || tag > quotation.start()) {
      return quotation.start();
    }
    return p.is(tag - 1, "e") || p.is(tag - 1, "ma") ? tag - 1 : tag;
  }

  boolean isCovered(int token) {
    for (Piece piece : sentence()) {
      if (piece.start() <= token && token < piece.end()) {
        return true;
      }
    }
    return false;
  }

  /** True where more than half of a stretch is speech already. */
  boolean isCovered(int from, int to) {
    int covered = 0;
    for (Piece piece : sentence()) {
      covered += Math.max(0, Math.min(to, piece.end()) - Math.max(from, piece.start()));
    }
    return covered * 2 > to - from;
  }

  /** Gives what was said since a token, without a speaker beside it, to somebody; false if none. */
  boolean giveSince(int token, Speaker speaker, Optional<Cue> cue) {
    boolean any = false;
    for (int i = pieces.size() - 1; i >= 0 && pieces.get(i).start() >= token; i--) {
      any = true;
      if (!pieces.get(i).isExplicit()) {
        pieces.set(i, pieces.get(i).by(speaker, cue));
        conversation.spoke(speaker);
      }
    }
    return any;
  }

  /** In order, without overlaps, without marks at their ends. */
  List<Attribution> attributions() {
    pieces.sort(Comparator.comparingInt(Piece::start));
    List<Attribution> found = new ArrayList<>(pieces.size());
    int done = 0;
    for (Piece piece : pieces) {
      int start = Math.max(piece.start(), done);
      int end = piece.end();
      while (start < end && p.isPunctuation(start) && !isOpening(start)) {
        start++;
      }
      while (end > start && p.isPunctuation(end - 1) && !isClosing(end - 1)) {
        end--;
      }
      if (p.words(start, end) > 0) {
        found.add(
            new Attribution(
                p.span(start, end),
                piece.kind(),
                piece.cue().map(cue -> p.span(cue.start(), cue.end())),
                piece.speaker()));
        done = end;
      }
    }
    return List.copyOf(found);
  }

  private boolean isOpening(int at) {
    return p.is(at, "(") || p.is(at, "…");
  }

  private boolean isClosing(int at) {
    return p.is(at, ")") || p.is(at, "%");
  }
}
