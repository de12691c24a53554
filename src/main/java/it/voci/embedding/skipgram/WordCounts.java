package it.voci.embedding.skipgram;

import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;

/**
 * Counts words and numbers them in the order of their first appearance. Where more than a limit are
 * known the rarest are forgotten, as word2vec and fastText do, so that memory is bounded; a word
 * that comes back gets a new number. Not safe for use by several threads.
 */
final class WordCounts {
  private final int limit;
  private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
  private long[] counts = new long[1 << 16];
  private int issued;
  private long forgetBelow = 1;

  /**
   * @param limit words known at a time
   */
  WordCounts(int limit) {
    this.limit = limit;
    numbers.defaultReturnValue(-1);
  }

  /** Counts an occurrence and gives the word's number. */
  int add(String word) {
    int number = numbers.getInt(word);
    if (number < 0) {
      number = issue(word);
    }
    counts[number]++;
    return number;
  }

  private int issue(String word) {
    while (numbers.size() >= limit) {
      forgetBelow++;
      numbers.object2IntEntrySet().removeIf(entry -> counts[entry.getIntValue()] < forgetBelow);
    }
    if (issued == counts.length) {
      counts = Arrays.copyOf(counts, 2 * issued);
    }
    numbers.put(word, issued);
    return issued++;
  }

  /** Sets all counts to zero; numbers stay. */
  void clearCounts() {
    Arrays.fill(counts, 0);
  }

  /** Counts an occurrence of a word by its number. */
  void addNumber(int number) {
    counts[number]++;
  }

  long count(int number) {
    return counts[number];
  }

  /** Numbers given out, those of forgotten words included. */
  int issued() {
    return issued;
  }

  /** The words that are still known. */
  Iterable<Object2IntMap.Entry<String>> words() {
    return numbers.object2IntEntrySet();
  }
}
