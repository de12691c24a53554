package it.voci.app;

import it.voci.actors.Actor;
import it.voci.actors.ActorMatcher;
import it.voci.actors.Mention;
import it.voci.text.ItalianTokenizer;
import it.voci.text.TextNormaliser;
import it.voci.text.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells whether two names mean the same speaker: the same actor of the gazetteer, a capital and its
 * government, the same surname whatever its spelling, or phrases that share half of their words.
 */
final class SpeakerNames {
  private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ENDING = Pattern.compile("(?:iy|yy|ij|yj|ii|y|j)$");
  private static final Pattern DOUBLE = Pattern.compile("(.)\\1");
  private static final Set<String> FUNCTION =
      Set.of(
          "il", "lo", "la", "l", "i", "gli", "le", "di", "del", "della", "dello", "dell", "dei",
          "degli", "delle", "un", "una", "a", "da", "e", "in", "su", "che", "d", "al", "alla");
  private static final int LONGEST_PERSON = 3;

  private final ActorMatcher actors;
  private final ItalianTokenizer tokenizer = new ItalianTokenizer();

  SpeakerNames(ActorMatcher actors) {
    this.actors = actors;
  }

  boolean same(String annotated, String predicted, Optional<String> date) {
    if (predicted.isEmpty()) {
      return false;
    }
    List<String> one = words(annotated);
    List<String> other = words(predicted);
    if (one.equals(other)
        || words(canonical(annotated, date)).equals(words(canonical(predicted, date)))) {
      return true;
    }
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    boolean person =
        Character.isUpperCase(annotated.codePointAt(0))
            && one.size() > 1
            && one.size() <= LONGEST_PERSON;
    if (person) {
      return other.contains(one.get(one.size() - 1));
    }
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    int least = Math.min(one.size(), other.size());
    return least == 1 ? !common.isEmpty() : common.size() * 2 >= least;
  }

  private String canonical(String name, Optional<String> date) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (String form : List.of(name, capital)) {
      List<Token> tokens = tokenizer.tokenize(form);
      for (Mention mention : actors.mentions(tokens, date)) {
        if (mention.start() == 0 || mention.end() == tokens.size()) {
          return government(mention.actor()).orElse(mention.actor().name());
        }
      }
    }
    return name;
  }

  /** A capital stands for those who rule there: "Mosca" is the "governo russo". */
  private static Optional<String> government(Actor actor) {
    boolean governs =
        actor.kind() == Actor.Kind.PLACE
            || (actor.kind() == Actor.Kind.BODY
                && TextNormaliser.fold(actor.name()).startsWith("governo "));
    return Optional.of("governo " + actor.country())
        .filter(name -> governs && !actor.country().isEmpty());
  }

  private static List<String> words(String name) {
    return Stream.of(NO_WORD.split(TextNormaliser.fold(name), -1))
        .filter(word -> !word.isEmpty() && !FUNCTION.contains(word))
        .map(SpeakerNames::skeleton)
        .toList();
  }

  /** A word without what transliterations differ in. */
  private static String skeleton(String word) {
    String plain = ENDING.matcher(word).replaceAll("i");
    plain = plain.replace("kh", "h").replace("sh", "s").replace("ch", "c").replace("zh", "z");
    return DOUBLE.matcher(plain.replace('j', 'i').replace('y', 'i')).replaceAll("$1");
  }
}
