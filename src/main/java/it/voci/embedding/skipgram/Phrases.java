package it.voci.embedding.skipgram;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import java.nio.file.Path;

/**
 * Joins two words that stand side by side more often than chance would have it, as word2phrase does
 * (Mikolov et al. 2013, section 4): {@code operazione_speciale}. A pair's score is {@code (count -
 * minCount) × tokens / (count of the one × count of the other)}. Elided words are left alone: in
 * Italian they would swallow what follows.
 */
final class Phrases {
  private static final double LEAST_SCORE = 100;

  private final int minCount;
  private final int limit;
  private final Long2IntOpenHashMap pairs = new Long2IntOpenHashMap();
  private int forgetBelow = 1;

  private Phrases(int minCount, int limit) {
    this.minCount = minCount;
    this.limit = limit;
  }

  /**
   * The same text with phrases joined.
   *
   * @param limit pairs known at a time
   * @param counted gets the phrases and the counts of the new text
   * @param folder of the new file
   */
  static TokenFile join(TokenFile text, WordCounts counted, int minCount, int limit, Path folder) {
    Phrases phrases = new Phrases(minCount, limit);
    phrases.count(text);
    Long2IntOpenHashMap numbers = phrases.numbers(counted, text.tokens());
    counted.clearCounts();
    TokenFile joined = new TokenFile(folder);
    int[] sentence = new int[TokenFile.LONGEST_SENTENCE];
    TokenFile.Reader reader = text.reader();
    for (int block = 0; block < text.blocks(); block++) {
      reader.open(block);
      for (int length = reader.next(sentence); length >= 0; length = reader.next(sentence)) {
        int kept = 0;
        for (int i = 0; i < length; i++) {
          int phrase = i + 1 < length ? numbers.get(pair(sentence[i], sentence[i + 1])) : -1;
          int number = phrase < 0 ? sentence[i] : phrase;
          counted.addNumber(number);
          sentence[kept++] = number;
          i += phrase < 0 ? 0 : 1;
        }
        joined.add(sentence, kept);
      }
    }
    joined.finish();
    return joined;
  }

  private void count(TokenFile text) {
    int[] sentence = new int[TokenFile.LONGEST_SENTENCE];
    TokenFile.Reader reader = text.reader();
    for (int block = 0; block < text.blocks(); block++) {
      reader.open(block);
      for (int length = reader.next(sentence); length >= 0; length = reader.next(sentence)) {
        for (int i = 0; i + 1 < length; i++) {
          pairs.addTo(pair(sentence[i], sentence[i + 1]), 1);
        }
      }
      while (pairs.size() > limit) {
        forgetBelow++;
        pairs.long2IntEntrySet().removeIf(entry -> entry.getIntValue() < forgetBelow);
      }
    }
  }

  /** The number that each pair worth joining gets in {@code counted}; -1 for all others. */
  private Long2IntOpenHashMap numbers(WordCounts counted, long tokens) {
    Int2ObjectOpenHashMap<String> names = new Int2ObjectOpenHashMap<>();
    for (Object2IntMap.Entry<String> entry : counted.words()) {
      if (counted.count(entry.getIntValue()) >= minCount && !entry.getKey().endsWith("'")) {
        names.put(entry.getIntValue(), entry.getKey());
      }
    }
    // In the order of the pairs, so that new numbers do not hang on how a hash table is laid out.
    long[] best =
        pairs.long2IntEntrySet().stream()
            .filter(entry -> entry.getIntValue() >= minCount)
            .mapToLong(Long2IntMap.Entry::getLongKey)
            .sorted()
            .toArray();
    Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
    numbers.defaultReturnValue(-1);
    for (long pair : best) {
      int first = (int) (pair >>> 32);
      int second = (int) pair;
      double score =
          (double) (pairs.get(pair) - minCount)
              * tokens
              / ((double) counted.count(first) * counted.count(second));
      if (score > LEAST_SCORE && names.containsKey(first) && names.containsKey(second)) {
        numbers.put(pair, counted.add(names.get(first) + "_" + names.get(second)));
      }
    }
    return numbers;
  }

  private static long pair(int first, int second) {
    return (long) first << 32 | second;
  }
}
