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

  /** One form of a noun. */
  record Noun(Kind kind, boolean isPlural) {}

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
            Kind kind = Kind.valueOf(words.get(0).toUpperCase(Locale.ROOT));
            words.subList(1, words.size()).forEach(word -> add(word, kind));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String word, Kind kind) {
    int hyphen = word.indexOf('-');
    if (hyphen < 0) {
      boolean plural = word.endsWith("+");
      nouns.putIfAbsent(
          plural ? word.substring(0, word.length() - 1) : word, new Noun(kind, plural));
      return;
    }
    String[] endings = ENDINGS.get(word.substring(hyphen + 1));
    for (int number = 0; number < 2; number++) {
      for (String ending : endings[number].split(" ", -1)) {
        nouns.putIfAbsent(word.substring(0, hyphen) + ending, new Noun(kind, number == 1));
      }
    }
  }

  Optional<Noun> lookup(String folded) {
    return Optional.ofNullable(nouns.get(folded));
  }

  /** What somebody may have been called before whom a text now calls that, itself included. */
  Set<String> same(String folded) {
    return same.getOrDefault(folded, Set.of(folded));
  }
}
