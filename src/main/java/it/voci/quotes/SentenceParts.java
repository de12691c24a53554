package it.voci.quotes;

import it.voci.actors.Mention;
import it.voci.quotes.ParagraphText.Unit;
import it.voci.quotes.QuotationMarks.Quoted;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands in one sentence: phrases and who they are, words of saying and whose, quotations. */
final class SentenceParts {
  private final ParagraphText p;
  private final Unit unit;
  private final List<NounPhrase> phrases;
  private final Map<NounPhrase, Speaker> speakers = new HashMap<>();
  private final List<Cue> cues;
  private final List<Subject> subjects = new ArrayList<>();
  private final List<Quoted> quotes;
  private final BitSet spent = new BitSet();
  private final SubjectFinder finder;

  SentenceParts(
      ParagraphText p,
      Unit unit,
      List<NounPhrase> phrases,
      Referents referents,
      List<Cue> cues,
      Conversation conversation) {
    this.p = p;
    this.unit = unit;
    this.phrases = phrases;
    this.cues = cues;
    conversation.nextSentence();
    NounPhrase before = null;
    for (NounPhrase phrase : phrases) {
      Speaker speaker = referents.resolve(p, phrase, conversation);
      speakers.put(phrase, speaker);
      referents.remember(p, phrase, speaker, conversation);
      if (before != null && isIssuer(phrase, before)) {
        conversation.issuer(p.word(before.head()), speaker);
      }
      before = phrase;
    }
    finder = new SubjectFinder(p, unit, phrases, speakers, conversation);
    for (Cue cue : cues) {
      subjects.add(finder.find(cue, cues, subjects));
    }
    quotes = new ArrayList<>();
    for (int i = unit.start(); i < unit.end(); ) {
      if (p.quoteAt[i] < 0) {
        i++;
      } else {
        Quoted quote = p.quotes.get(p.quoteAt[i]);
        quotes.add(quote);
        i = quote.end();
      }
    }
  }

  /** "una nota diffusa ieri dal ministero" */
  private static boolean isIssuer(NounPhrase phrase, NounPhrase document) {
    return document.kind() == NounPhrase.Kind.DOCUMENT
        && phrase.relation() == NounPhrase.Relation.FROM
        && phrase.kind() != NounPhrase.Kind.WORD
        && phrase.outer() <= document.end() + 4;
  }

  Unit unit() {
    return unit;
  }

  List<NounPhrase> phrases() {
    return phrases;
  }

  Map<NounPhrase, Speaker> speakers() {
    return speakers;
  }

  List<Cue> cues() {
    return cues;
  }

  List<Subject> subjects() {
    return subjects;
  }

  List<Quoted> quotes() {
    return quotes;
  }

  boolean isTag(Cue cue) {
    return finder.isTag(cue);
  }

  boolean isClosedTag(int cue) {
    return finder.isClosedTag(cues.get(cue), subjects.get(cue));
  }

  /** Marks a cue as having its speech. */
  void spend(int cue) {
    spent.set(cue);
  }

  boolean isSpent(int cue) {
    return spent.get(cue);
  }

  /** Whom what follows a colon belongs to: who stands right before it, else the topic. */
  Optional<Speaker> beforeColon(int colon) {
    NounPhrase near = null;
    for (NounPhrase phrase : phrases) {
      if (phrase.end() == colon
          && (phrase.isFree()
              || (phrase.relation() == NounPhrase.Relation.FROM && phrase.equals(phrases.get(0))))
          && speaks(phrase)
          && !isBareApposition(p, phrase)
          && standsAlone(phrase)) {
        near = phrase;
      }
    }
    return near != null ? Optional.of(speakers.get(near)) : topic(colon);
  }

  /** True unless something else governs a phrase: "dalla radio Vesti", "che gli danno i suoi". */
  private boolean standsAlone(NounPhrase phrase) {
    if (phrase.kind() == NounPhrase.Kind.PLACE || phrase.kind() == NounPhrase.Kind.WORD) {
      for (Cue cue : cues) {
        if (cue.end() == phrase.outer()) {
          return false; // "Della visita ricorda Irpin: …"
        }
      }
      for (NounPhrase other : phrases) {
        if (other.isFree() && speaks(other)) {
          return other.equals(phrase);
        }
      }
    }
    for (NounPhrase other : phrases) {
      if (other.end() == phrase.outer() && (!other.isFree() || isOpener(other))) {
        return false;
      }
    }
    for (int i = phrase.outer() - 1; i > unit.start() && i > phrase.outer() - 5; i--) {
      if (p.isPunctuation(i)) {
        break;
      }
      if (p.is(i, "che")) {
        return false;
      }
    }
    NounPhrase first = phrases.get(0);
    return first.equals(phrase) || !(isOpener(first) && p.is(first.end(), ","));
  }

  /** True for a person named where the sentence begins. */
  private boolean isOpener(NounPhrase phrase) {
    return phrase.isFree()
        && phrase.kind() == NounPhrase.Kind.PERSON
        && phrase.isNamed(p)
        && p.words(unit.start(), phrase.start()) == 0;
  }

  /** True where a single person or somebody right before a token can be who says what follows. */
  boolean isPersonBefore(int colon) {
    for (NounPhrase phrase : phrases) {
      if (phrase.isFree() && phrase.end() <= colon && speaks(phrase)) {
        boolean determined =
            phrase.start() < phrase.head() || phrase.isNamed() || phrase.mention() >= 0;
        boolean near = phrase.end() == colon && determined;
        if (near || (phrase.kind() == NounPhrase.Kind.PERSON && !phrase.isPlural() && determined)) {
          return true;
        }
      }
    }
    return !phrases.isEmpty() && phrases.get(0).relation() == NounPhrase.Relation.FROM;
  }

  /** True where the sentence begins with somebody, or somebody stands right before a token. */
  boolean opensWithSpeaker(int colon) {
    for (NounPhrase phrase : phrases) {
      if (phrase.isFree() && speaks(phrase)) {
        return p.words(unit.start(), phrase.start()) <= 6
            || (phrase.end() == colon && !p.is(phrase.start() - 1, "e"));
      }
    }
    return !phrases.isEmpty() && phrases.get(0).relation() == NounPhrase.Relation.FROM;
  }

  /**
   * Whom the main clause lets speak, whoever else does in clauses within.
   *
   * @param pieces the speech of the sentence
   */
  Optional<Speaker> protagonist(List<Pieces.Piece> pieces) {
    for (int c = cues.size() - 1; c >= 0; c--) {
      Cue cue = cues.get(c);
      Subject subject = subjects.get(c);
      boolean says = cue.kind() == Cue.Kind.VERB || cue.kind() == Cue.Kind.NOUN;
      if (says
          && subject.isKnown()
          && (subject.isNamed() || !pieces.isEmpty())
          && isFree(subject)
          && pieces.stream().noneMatch(piece -> isWithin(cue, subject, piece))) {
        return Optional.of(subject.speaker());
      }
    }
    return Optional.empty();
  }

  private boolean isWithin(Cue cue, Subject subject, Pieces.Piece piece) {
    return piece.start() <= cue.start()
        && cue.end() <= piece.end()
        && piece.cue().map(of -> of.end() <= piece.start() && isMain(of)).orElse(true)
        && !piece.speaker().name().equals(subject.speaker().name());
  }

  private boolean isMain(Cue cue) {
    int at = cues.indexOf(cue);
    return at < 0 || cue.kind() == Cue.Kind.SOURCE || isFree(subjects.get(at));
  }

  /** False for "ai colleghi che chiedono". */
  private boolean isFree(Subject subject) {
    for (NounPhrase phrase : phrases) {
      if (phrase.start() == subject.start()) {
        return phrase.isFree() || phrase.relation() == NounPhrase.Relation.FROM;
      }
    }
    return true;
  }

  /** "A raccontarlo è X" */
  Optional<NounPhrase> presented() {
    boolean presents =
        p.is(unit.start(), "a")
            && unit.start() + 1 < unit.end()
            && PRESENTING.stream().anyMatch(p.word(unit.start() + 1)::endsWith);
    for (NounPhrase phrase : presents ? phrases : List.<NounPhrase>of()) {
      int before = phrase.outer() - 1;
      boolean is = p.isAny(before, Grammar.BE) || p.is(before, "stato") || p.is(before, "stata");
      if (phrase.isFree() && is) {
        return Optional.of(phrase);
      }
    }
    return Optional.empty();
  }

  /** Who is presented, or named for the first time where the sentence begins. */
  Optional<Speaker> introduced() {
    Optional<Speaker> presented = presented().map(speakers::get);
    return presented.isPresent() || phrases.isEmpty() || !isOpener(phrases.get(0))
        ? presented
        : Optional.of(speakers.get(phrases.get(0)));
  }

  private static final List<String> PRESENTING =
      List.of("are", "ere", "ire", "rlo", "rla", "rsi", "rre");

  /** Who stands right before a token. */
  Optional<Speaker> endingAt(int token) {
    for (NounPhrase phrase : phrases) {
      if (phrase.end() == token
          && phrase.isFree()
          && speaks(phrase)
          && (phrase.kind() == NounPhrase.Kind.PERSON || standsAlone(phrase))) {
        return Optional.of(speakers.get(phrase));
      }
    }
    return Optional.empty();
  }

  /** ", ospite fisso," */
  static boolean isBareApposition(ParagraphText p, NounPhrase phrase) {
    boolean unnamed =
        phrase.mention() < 0
            || (phrase.kind() != NounPhrase.Kind.PLACE
                && p.mentions.get(phrase.mention()).kind() == Mention.Kind.OFFICE);
    return phrase.start() == phrase.head()
        && !phrase.isNamed()
        && unnamed
        && p.is(phrase.start() - 1, ",");
  }

  private static boolean speaks(NounPhrase phrase) {
    return phrase.kind() != NounPhrase.Kind.DOCUMENT;
  }

  /** True where somebody is named by all of a stretch. */
  boolean isPhrase(int start, int end) {
    return phrases.stream().anyMatch(x -> x.isFree() && x.start() <= start && x.end() >= end - 1);
  }

  /** The first one named freely before a token. */
  Optional<Speaker> topic(int before) {
    int start = unit.start();
    for (int i = before - 1; i > unit.start(); i--) {
      if (p.isMark(i, ";")) {
        start = i + 1;
        break;
      }
    }
    for (NounPhrase phrase : phrases) {
      if (phrase.start() >= start
          && phrase.end() <= before
          && phrase.isFree()
          && phrase.kind() != NounPhrase.Kind.PLACE
          && phrase.kind() != NounPhrase.Kind.WORD
          && phrase.kind() != NounPhrase.Kind.DOCUMENT) {
        return Optional.of(speakers.get(phrase));
      }
    }
    // Dal ministero, ieri sera, una nota: …
    return !phrases.isEmpty()
            && phrases.get(0).relation() == NounPhrase.Relation.FROM
            && phrases.get(0).outer() == unit.start()
            && phrases.get(0).end() <= before
        ? Optional.of(speakers.get(phrases.get(0)))
        : Optional.empty();
  }
}
