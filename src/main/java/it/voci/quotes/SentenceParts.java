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
    for (NounPhrase phrase : phrases) {
      Speaker speaker = referents.resolve(p, phrase, conversation);
      speakers.put(phrase, speaker);
      referents.remember(p, phrase, speaker, conversation);
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
          && (phrase.isFree() || phrase.relation() == NounPhrase.Relation.FROM)
          && speaks(phrase)
          && !isBareApposition(p, phrase)) {
        near = phrase;
      }
    }
    return near != null ? Optional.of(speakers.get(near)) : topic(colon);
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

  /** Who stands right before a token. */
  Optional<Speaker> endingAt(int token) {
    for (NounPhrase phrase : phrases) {
      if (phrase.end() == token && phrase.isFree() && speaks(phrase)) {
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
