package it.voci.quotes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Nouns for those who speak, from {@code speaker-nouns.txt}; forms are looked up folded. */
final class SpeakerNouns {
  /** What a noun names. */
  enum Kind {
    OFFICIAL,
    CIVIL,
    EXPERT,
    BODY,
    MEDIA,
    SERVICE,
    DOCUMENT
  }

  /**
   * One form of a noun.
   *
   * @param isProper true for a noun that is a body only with a capital: "il Centro per …"
   */
  record Noun(Kind kind, boolean isPlural, boolean isProper) {}

  /** Endings of those who do something. */
  private static final List<String> AGENTS =
      List.of(
          "ista", "isti", "iste", "tore", "tori", "trice", "trici", "logo", "loga", "logi",
          "loghe");

  private static final List<String> SCHOLARS =
      List.of("ologo", "ologa", "ologi", "ologhe", "etista");

  /** Nouns with those endings that are no persons. */
  private static final Set<String> THINGS =
      Grammar.words(
          "intervista interviste conquista conquiste provvista rivista riviste prevista previste"
              + " settore settori trattore trattori vettore vettori reattore reattori generatore"
              + " generatori trasformatore trasformatori indicatore indicatori incrociatore"
              + " incrociatori contatore contatori motore motori interruttore interruttori"
              + " semiconduttore semiconduttori fattore fattori cicatrice cicatrici matrice matrici"
              + " mitragliatrice mitragliatrici catalogo cataloghi dialogo dialoghi epilogo prologo"
              + " analogo analoga analoghe simulatore navigatore ricognitore intercettatore"
              + " intercettatori propulsore");

  private static final String FILE = "speaker-nouns.txt";
  private static final Map<String, String[]> ENDINGS =
      Map.of(
          "o", new String[] {"o a", "i e"},
          "e", new String[] {"e", "i"},
          "a", new String[] {"a", "i e"},
          "tore", new String[] {"tore trice", "tori trici"},
          "co", new String[] {"co ca", "ci chi che"},
          "go", new String[] {"go ga", "gi ghi ghe"},
          "io", new String[] {"io ia", "i ie"});

  private final Map<String, Noun> nouns = new HashMap<>();
  private final Map<String, Set<String>> same = new HashMap<>();

  SpeakerNouns() {
    try (InputStream in = SpeakerNouns.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          List<String> words = List.of(line.strip().split(" +", -1));
          if (words.get(0).equals("same")) {
            same.computeIfAbsent(words.get(1), k -> new HashSet<>())
                .addAll(words.subList(1, words.size()));
          } else {
            boolean proper = words.get(0).equals("proper");
            Kind kind = proper ? Kind.BODY : Kind.valueOf(words.get(0).toUpperCase(Locale.ROOT));
            words.subList(1, words.size()).forEach(word -> add(word, kind, proper));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String word, Kind kind, boolean proper) {
    int hyphen = word.indexOf('-');
    if (hyphen < 0) {
      boolean plural = word.endsWith("+");
      nouns.putIfAbsent(
          plural ? word.substring(0, word.length() - 1) : word, new Noun(kind, plural, proper));
      return;
    }
    String[] endings = ENDINGS.get(word.substring(hyphen + 1));
    for (int number = 0; number < 2; number++) {
      for (String ending : endings[number].split(" ", -1)) {
        nouns.putIfAbsent(word.substring(0, hyphen) + ending, new Noun(kind, number == 1, proper));
      }
    }
  }

  Optional<Noun> lookup(String folded) {
    return Optional.ofNullable(nouns.get(folded));
  }

  /** A noun for a person by its ending. */
  Optional<Noun> agent(String folded) {
    return folded.length() > 6
            && !THINGS.contains(folded)
            && AGENTS.stream().anyMatch(folded::endsWith)
        ? any(folded)
        : Optional.empty();
  }

  /** Any word, as a noun for a person. */
  Optional<Noun> any(String folded) {
    boolean plural = folded.endsWith("i") || (folded.endsWith("e") && !folded.endsWith("re"));
    boolean scholar = SCHOLARS.stream().anyMatch(folded::endsWith);
    return Optional.of(
        new Noun(scholar ? Kind.EXPERT : Kind.CIVIL, plural && !folded.endsWith("trice"), false));
  }

  /** What somebody may have been called before whom a text now calls that, itself included. */
  Set<String> same(String folded) {
    return same.getOrDefault(folded, Set.of(folded));
  }
}
