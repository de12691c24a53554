package it.voci.embedding.skipgram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {
  @TempDir private Path folder;

  private static WordCounts counted(int limit, String text) {
    WordCounts counted = new WordCounts(limit);
    for (String word : text.split(" ", -1)) {
      counted.add(word);
    }
    return counted;
  }

  @Test
  void words_byCountThenByAppearance() {
    Vocabulary vocabulary = Vocabulary.of(counted(10, "c b b a a d a b e e"), 2);
    assertThat(vocabulary.words()).containsExactly("b", "a", "e");
    assertThat(vocabulary.count(0)).isEqualTo(3);
    assertThat(vocabulary.count(2)).isEqualTo(2);
    // Numbers in order of appearance: c b a d e.
    assertThat(List.of(0, 1, 2, 3, 4))
        .extracting(vocabulary::place)
        .containsExactly(-1, 0, 1, -1, 2);
  }

  /** Of at most three words the ones seen once are forgotten when a fourth appears. */
  @Test
  void words_moreThanTheLimit_forgetTheRarest() {
    Vocabulary vocabulary = Vocabulary.of(counted(3, "a a b c d d b"), 1);
    assertThat(vocabulary.words()).containsExactly("a", "d", "b");
    assertThat(vocabulary.count(2)).isEqualTo(1);
    assertThat(vocabulary.place(1)).as("the b that was forgotten").isEqualTo(-1);
    assertThat(vocabulary.place(4)).as("the b that came back").isEqualTo(2);
  }

  @Test
  void noise_shares_followTheExponent() {
    Vocabulary vocabulary = Vocabulary.of(counted(9, "a a a a a a a a a a a a a a a a b"), 1);
    long b =
        Arrays.stream(NoiseWords.table(vocabulary, 0.5, new SplittableRandom(1)))
            .filter(word -> word == 1)
            .count();
    int size = NoiseWords.table(vocabulary, 0.5, new SplittableRandom(1)).length;
    assertThat((double) b / size).isBetween(0.1999, 0.2001);
  }

  private List<String> joined(String text, int minCount, int limit) {
    WordCounts counted = new WordCounts(100);
    try (TokenFile plain = new TokenFile(folder)) {
      int[] sentence = Arrays.stream(text.split(" ", -1)).mapToInt(counted::add).toArray();
      for (int from = 0; from < sentence.length; from += 100) {
        int[] part = Arrays.copyOfRange(sentence, from, Math.min(from + 100, sentence.length));
        plain.add(part, part.length);
      }
      plain.finish();
      try (TokenFile phrases = Phrases.join(plain, counted, minCount, limit, folder)) {
        List<String> names = new ArrayList<>(java.util.Collections.nCopies(counted.issued(), ""));
        counted.words().forEach(entry -> names.set(entry.getIntValue(), entry.getKey()));
        List<String> words = new ArrayList<>();
        int[] read = new int[TokenFile.LONGEST_SENTENCE];
        TokenFile.Reader reader = phrases.reader();
        for (int block = 0; block < phrases.blocks(); block++) {
          reader.open(block);
          for (int length = reader.next(read); length >= 0; length = reader.next(read)) {
            Arrays.stream(read, 0, length).mapToObj(names::get).forEach(words::add);
          }
        }
        Vocabulary vocabulary = Vocabulary.of(counted, 1);
        for (int w = 0; w < vocabulary.size(); w++) {
          String word = vocabulary.words().get(w);
          long times = words.stream().filter(word::equals).count();
          assertThat(vocabulary.count(w)).as(word).isEqualTo(times);
        }
        return words;
      }
    }
  }

  /** 3 of each beside 1,494 others: (3 - 2) × 1500 / (3 × 3) = 167, above 100. */
  @Test
  void phrases_pairsBeyondChance_areJoined() {
    String text =
        "la x ".repeat(747) + "operazione speciale operazione speciale operazione speciale";
    assertThat(joined(text, 2, 1000))
        .hasSize(1497)
        .endsWith("x", "operazione_speciale", "operazione_speciale", "operazione_speciale");
  }

  @Test
  void phrases_elidedOrForgottenOrRare_areLeftAlone() {
    String filling = "la x ".repeat(747);
    assertThat(joined(filling + "dell' aquila dell' aquila dell' aquila", 2, 1000)).hasSize(1500);
    assertThat(joined(filling + "uno due uno due uno due", 4, 1000)).hasSize(1500);
    assertThat(joined(filling + "uno due uno due uno due", 2, 1)).hasSize(1500);
  }
}
