package it.voci.quotes;

import it.voci.actors.Side;
import it.voci.quotes.SpeakerNouns.Noun;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells nouns for those who speak: the listed ones, and others by their ending or their place. */
final class NounReader {
  private static final int NEAR = 9;

  private final SpeakerNouns nouns;
  private final SpeechVerbs verbs;

  NounReader(SpeakerNouns nouns, SpeechVerbs verbs) {
    this.nouns = nouns;
    this.verbs = verbs;
  }

  /** A listed noun, whatever stands around it. */
  Optional<Noun> lookup(String folded) {
    return nouns.lookup(folded);
  }

  /** A noun that its ending makes a person. */
  Optional<Noun> agent(String folded) {
    return nouns.agent(folded);
  }

  /**
   * The noun at a token.
   *
   * @param outer where its phrase begins, preposition included
   * @param start where its determiner stands, if it has one
   * @param from where the sentence begins
   */
  Optional<Noun> read(ParagraphText p, int outer, int start, int at, int from) {
    boolean foreign = isForeign(p, at + 1);
    return nouns
        .lookup(p.word(at))
        .filter(n -> !n.isProper() || p.isCapital(at) || foreign)
        .or(() -> ofTwoWords(p, at))
        .or(() -> national(p, outer, start, at))
        .or(() -> anybody(p, outer, start, at, from));
  }

  private Optional<Noun> ofTwoWords(ParagraphText p, int at) {
    if (p.is(at, "stato") && p.is(at + 1, "maggiore")) {
      return nouns.lookup("comando");
    }
    if (p.is(at, "quartier") && p.is(at + 1, "generale")) {
      return nouns.lookup("comando");
    }
    return p.is(at, "pubblico") && p.is(at + 1, "ministero")
        ? nouns.lookup("pm")
        : Optional.empty();
  }

  private static boolean isForeign(ParagraphText p, int at) {
    return at < p.size() && p.country(at) != Side.UNKNOWN && !p.isCapital(at);
  }

  /** "il brasiliano è convinto", "i britannici" */
  private Optional<Noun> national(ParagraphText p, int outer, int start, int at) {
    int next = at + 1;
    boolean alone =
        next < p.size()
            && at == start + 1
            && outer == start
            && p.isAny(start, Grammar.ARTICLES)
            && isForeign(p, at)
            && (p.isPunctuation(next)
                || p.isAny(next, Grammar.HAVE)
                || p.isAny(next, Grammar.BE)
                || p.isAny(next, Grammar.ADVERBS)
                || verbs
                    .lookup(p.word(next))
                    .filter(v -> v.form() == SpeechVerbs.Form.FINITE)
                    .isPresent());
    boolean plural = p.word(at).endsWith("i");
    return alone
        ? Optional.of(new Noun(SpeakerNouns.Kind.OFFICIAL, plural, false))
        : Optional.empty();
  }

  /**
   * A noun that no list has: one that its ending makes a person, after an article, and any that
   * says something: "…, raccontano gli appassionati", "Il politico ha detto".
   */
  private Optional<Noun> anybody(ParagraphText p, int outer, int start, int at, int from) {
    boolean article = at == start + 1 && p.isAny(start, Grammar.DETERMINERS);
    if (!article || p.isCapital(at) || isClosedClass(p.word(at))) {
      return Optional.empty();
    }
    Optional<Noun> agent = nouns.agent(p.word(at));
    boolean says =
        outer == start && (isTagBefore(p, start) || (begins(p, start, from) && saysAfter(p, at)));
    return agent.isPresent() || !says || isAbstract(p.word(at)) ? agent : nouns.any(p.word(at));
  }

  /** True where a clause can begin: not "che l'accompagna dice", "tutto il giorno dice". */
  private static boolean begins(ParagraphText p, int at, int from) {
    return at == from || p.isPunctuation(at - 1) || p.isAny(at - 1, JOINING);
  }

  private static final Set<String> JOINING = Grammar.words("e ma mentre perche quando se cui dove");

  /** Verbs that say something only with a noun. */
  private static final Set<String> LIGHT =
      Grammar.words("fare mettere dare prendere rendere lasciare tagliare");

  /** True before a verb that only persons, and what they write, have for theirs. */
  private boolean saysAfter(ParagraphText p, int noun) {
    int at = noun + 1;
    while (at < p.size()
        && (p.isAny(at, Grammar.ADVERBS)
            || p.isAny(at, Grammar.CLITICS)
            || p.isAny(at, Grammar.HAVE))) {
      at++;
    }
    return at < p.size() && verbs.lookup(p.word(at)).filter(v -> isOral(v)).isPresent();
  }

  private static boolean isOral(SpeechVerbs.Verb verb) {
    return ORAL.contains(verb.infinitive())
        && (verb.form() == SpeechVerbs.Form.FINITE || verb.form() == SpeechVerbs.Form.PARTICIPLE);
  }

  private static final Set<String> ORAL =
      Grammar.words(
          "dire dichiarare affermare raccontare spiegare aggiungere rispondere replicare ribattere"
              + " sostenere scrivere osservare precisare commentare");

  /** True after a verb of saying that itself follows a quotation or a comma. */
  private boolean isTagBefore(ParagraphText p, int at) {
    int verb = at - 1;
    boolean quotes =
        verb > 0
            && verbs
                .lookup(p.word(verb))
                .filter(
                    v ->
                        v.complements().contains(SpeechVerbs.Complement.CITA)
                            || v.complements().contains(SpeechVerbs.Complement.CHE))
                .filter(v -> !LIGHT.contains(v.infinitive()))
                .filter(
                    v ->
                        v.form() == SpeechVerbs.Form.FINITE
                            || (v.form() == SpeechVerbs.Form.PARTICIPLE
                                && p.isAny(verb - 1, Grammar.HAVE)))
                .isPresent();
    if (!quotes) {
      return false;
    }
    int before = p.isAny(verb - 1, Grammar.HAVE) ? verb - 2 : verb - 1;
    while (before > 0 && (p.isAny(before, Grammar.CLITICS) || p.is(before, "si"))) {
      before--;
    }
    boolean quoted = before > 0 && (p.isQuote(before) || p.isQuote(before - 1));
    return (quoted || p.is(before, ",")) && isClosedSoon(p, at + 2, quoted);
  }

  private static boolean isAbstract(String word) {
    return ABSTRACT.stream().anyMatch(word::endsWith);
  }

  private static final List<String> ABSTRACT =
      List.of(
          "zione", "zioni", "sione", "sioni", "mento", "menti", "ta", "ita", "ismo", "ismi", "ura",
          "ure", "enza", "enze", "anza", "anze", "aggio", "aggi", "ezza", "ezze", "ia", "ie");

  /** True before a mark; but "X, per ora, prevede il crollo." has an object, not a subject. */
  private static boolean isClosedSoon(ParagraphText p, int from, boolean quoted) {
    for (int i = from; i < Math.min(p.size(), from + NEAR); i++) {
      if (p.isPunctuation(i) || p.is(i, "che")) {
        return quoted || p.is(i, ",") || p.is(i, "che");
      }
    }
    return false;
  }

  private boolean isClosedClass(String word) {
    return Grammar.ADVERBS.contains(word)
        || Grammar.PREPOSITIONS.contains(word)
        || Grammar.FROM.contains(word)
        || Grammar.OF.contains(word)
        || Grammar.DETERMINERS.contains(word)
        || Grammar.TIME.contains(word)
        || Grammar.HAVE.contains(word)
        || Grammar.BE.contains(word)
        || Grammar.CLITICS.contains(word)
        || Grammar.PRONOUNS.contains(word)
        || Grammar.RELATIVE.contains(word)
        || verbs.lookup(word).isPresent();
  }
}
