package it.voci.quotes;

import it.voci.quotes.SpeechVerbs.Complement;
import it.voci.quotes.SpeechVerbs.Verb;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the words of saying of a sentence. */
final class CueFinder {
  private static final Set<String> AUXILIARY =
      words("ha hanno aveva avevano avrebbe avrebbero abbia abbiano avra avranno ebbe");
  private static final Set<String> BETWEEN =
      words(
          "anche poi gia inoltre quindi invece pero subito cosi sempre piu ieri oggi ancora infine"
              + " nuovamente infatti a volta sua tuttavia pure non successivamente prima dunque"
              + " recentemente appena spesso mai intanto ripetutamente pubblicamente chiaramente");
  private static final Set<String> NOMINAL =
      words(
          "la l' una un' un il lo di della dell' d' del sua suo loro questa quella ogni alla nella"
              + " sulla senza con in per le i gli delle dei a al all' dalla dall' dal e che");
  private static final Set<String> CLITIC = words("lo l' la li le gli si ne ci vi");
  private static final Set<String> SAPERE =
      words("sapere notare presente intendere capire presente trapelare");

  private final SpeechVerbs verbs;

  CueFinder(SpeechVerbs verbs) {
    this.verbs = verbs;
  }

  private static Set<String> words(String blankSeparated) {
    return Set.of(
        java.util.Arrays.stream(blankSeparated.split(" ")).distinct().toArray(String[]::new));
  }

  /** The cues in {@code [start, end)}, in order, without overlaps. */
  List<Cue> find(ParagraphText p, int start, int end) {
    List<Cue> cues = new ArrayList<>();
    for (int i = start; i < end; i++) {
      if (p.inQuote(i) || !p.isWord(i) || p.mentionAt[i] >= 0) {
        continue;
      }
      int at = i;
      Optional<Cue> cue =
          source(p, i, start, end)
              .or(() -> opinion(p, at, start, end))
              .or(() -> verb(p, at, start, end));
      if (cue.isPresent()) {
        cues.add(cue.get());
        i = cue.get().end() - 1;
      }
    }
    return cues;
  }

  private Optional<Cue> source(ParagraphText p, int i, int start, int end) {
    String word = p.folded[i];
    boolean opens =
        i == start
            || p.isPunctuation(i - 1)
            || Set.of("ma", "e", "mentre", "che", "infatti", "anche").contains(p.folded[i - 1]);
    switch (word) {
      case "secondo" -> {
        if (i + 1 < end
            && !Set.of(
                    "semestre",
                    "posto",
                    "tempo",
                    "grande",
                    "piano",
                    "turno",
                    "mandato",
                    "round",
                    "anno",
                    "giorno",
                    "me")
                .contains(p.folded[i + 1])
            && !(i > start
                && Set.of("il", "un", "del", "al", "nel", "dal").contains(p.folded[i - 1]))) {
          return sourceCue(i, i + 1);
        }
      }
      case "stando" -> {
        if (i + 1 < end && p.folded[i + 1].matches("a|al|alla|allo|ai|alle|agli|all'|ad|quanto")) {
          return sourceCue(i, i + 2);
        }
      }
      case "detta", "giudizio", "parere", "avviso", "dire", "sentire" -> {
        if (i > start && p.folded[i - 1].matches("a|ad|suo|al|loro") && i + 1 < end) {
          if (p.folded[i + 1].matches("di|del|della|dello|dell'|dei|degli|delle|d'")) {
            return sourceCue(i - 1, i + 2);
          }
          if (p.folded[i - 1].matches("suo|loro")) {
            return sourceCue(i - 1, i + 1);
          }
        }
      }
      case "per" -> {
        if (opens && i + 1 < end) {
          int at = i + 1;
          while (at < end && at < i + 3 && p.mentionAt[at] < 0) {
            at++;
          }
          if (at < end
              && p.mentionAt[at] >= 0
              && p.folded[i + 1].matches("il|lo|la|l'|i|gli|le|\\p{L}+'?")) {
            int last = p.mentions.get(p.mentionAt[at]).end();
            boolean bare = at == i + 1 || p.folded[i + 1].matches("il|lo|la|l'|i|gli|le");
            boolean comma = last < end && p.is(last, ",");
            if (bare && (comma || i == start || p.isPunctuation(i - 1)) && !isAim(p, i, at)) {
              return sourceCue(i, i + 1);
            }
          }
        }
      }
      default -> {}
    }
    return Optional.empty();
  }

  private static final Set<String> OPINION =
      words(
          "convinto convinta convinti convinte certo certa certi sicuro sicura sicuri preoccupato"
              + " preoccupata preoccupati fiducioso fiduciosa contrario contraria favorevole favorevoli"
              + " scettico scettica avviso idea parere opinione persuaso persuasa d'accordo");

  /** "è convinto che", "si è detta certa", "resta dell'avviso che". */
  private static Optional<Cue> opinion(ParagraphText p, int i, int start, int end) {
    if (!OPINION.contains(p.folded[i])) {
      return Optional.empty();
    }
    boolean clause = false;
    for (int k = i + 1; k < Math.min(end, i + 3); k++) {
      clause |= p.folded[k].matches("che|di|a");
    }
    for (int k = i - 1; clause && k >= Math.max(start, i - 4); k--) {
      if (p.folded[k].matches(
          "e|e'|era|resta|rimane|sono|dice|detto|detta|detti|dicono|dichiara|diceva|mostra")) {
        int first = k;
        while (first > start && p.folded[first - 1].matches("si|e|e'|era|sono")) {
          first--;
        }
        return Optional.of(cue(first, i + 1, "credere", EnumSet.of(Complement.CHE, Complement.DI)));
      }
    }
    return Optional.empty();
  }

  /** "Per l'Ucraina": what it is for, rather than who thinks so. */
  private static boolean isAim(ParagraphText p, int per, int mention) {
    return p.mentions.get(p.mentionAt[mention]).kind() == it.voci.actors.Mention.Kind.PLACE
        && p.mentions.get(p.mentionAt[mention]).start() > per + 1
        && p.folded[per + 1].startsWith("l");
  }

  private static Optional<Cue> sourceCue(int start, int end) {
    return Optional.of(new Cue(start, end, Cue.Kind.SOURCE, "", Set.of()));
  }

  private Optional<Cue> verb(ParagraphText p, int i, int start, int end) {
    Verb verb = verbs.lookup(p.folded[i]).orElse(null);
    if (verb == null) {
      return Optional.empty();
    }
    String before = i > start ? p.folded[i - 1] : "";
    Set<Complement> complements = verb.complements();
    int first = i;
    int last = i + 1;
    switch (verb.form()) {
      case FINITE -> {
        if (verb.isNoun() && NOMINAL.contains(before)) {
          return Optional.empty();
        }
        if (verb.infinitive().equals("fare")) {
          if (i + 1 < end && SAPERE.contains(p.folded[i + 1])) {
            return Optional.of(
                cue(
                    i,
                    i + 2,
                    "far sapere",
                    EnumSet.of(Complement.CHE, Complement.DI, Complement.NOME)));
          }
          return Optional.empty();
        }
        if (verb.infinitive().equals("mettere")) {
          return Optional.empty();
        }
        if (verb.infinitive().equals("leggere") && !before.equals("si")) {
          return Optional.empty();
        }
        if (verb.infinitive().equals("parlare")
            && !(i + 1 < end
                && p.folded[i + 1].matches(
                    "di|d'|del|della|dello|dell'|dei|degli|delle|apertamente|invece|ancora|espressamente|poi"))) {
          return Optional.empty();
        }
        while (first > start && (CLITIC.contains(p.folded[first - 1]) || p.is(first - 1, "non"))) {
          first--;
        }
      }
      case PARTICIPLE -> {
        int at = i - 1;
        while (at > start && at > i - 6 && BETWEEN.contains(p.folded[at])) {
          at--;
        }
        boolean said = at >= start && AUXILIARY.contains(p.folded[at]);
        boolean reflexive =
            at > start && p.folded[at].matches("e|era|sono|e'") && p.is(at - 1, "si");
        if (!said && !reflexive) {
          return Optional.empty();
        }
        first = at;
        while (first > start && (CLITIC.contains(p.folded[first - 1]) || p.is(first - 1, "non"))) {
          first--;
        }
        if (verb.infinitive().equals("fare")) {
          if (i + 1 < end && SAPERE.contains(p.folded[i + 1])) {
            return Optional.of(
                cue(
                    first,
                    i + 2,
                    "far sapere",
                    EnumSet.of(Complement.CHE, Complement.DI, Complement.NOME)));
          }
          return Optional.empty();
        }
        if (verb.infinitive().equals("mettere")) {
          if (i + 2 < end && p.is(i + 1, "in") && p.is(i + 2, "guardia")) {
            return Optional.of(cue(first, i + 3, "mettere in guardia", EnumSet.of(Complement.CHE)));
          }
          return Optional.empty();
        }
        if (verb.infinitive().equals("leggere")) {
          return Optional.empty();
        }
      }
      case GERUND -> {
        return Optional.of(new Cue(i, last, Cue.Kind.GERUND, verb.infinitive(), complements));
      }
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(cue(first, last, verb.infinitive(), complements));
  }

  private static Cue cue(int start, int end, String verb, Set<Complement> complements) {
    return new Cue(start, end, Cue.Kind.VERB, verb, complements);
  }
}
