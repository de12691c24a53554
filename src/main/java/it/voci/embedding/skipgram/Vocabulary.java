package it.voci.embedding.skipgram;

import it.unimi.dsi.fastutil.objects.Object2IntMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32C;

/** The words that get a vector, most frequent first. */
final class Vocabulary {
  private final List<String> words;
  private final long[] counts;
  private final int[] places;

  private Vocabulary(List<String> words, long[] counts, int[] places) {
    this.words = List.copyOf(words);
    this.counts = counts;
    this.places = places;
  }

  /** The words that occur often enough; those that occur equally often stand as they appeared. */
  static Vocabulary of(WordCounts counted, int minCount) {
    List<Object2IntMap.Entry<String>> kept = new ArrayList<>();
    for (Object2IntMap.Entry<String> entry : counted.words()) {
      if (counted.count(entry.getIntValue()) >= minCount) {
        kept.add(entry);
      }
    }
    kept.sort(
        Comparator.comparingLong(
                (Object2IntMap.Entry<String> entry) -> -counted.count(entry.getIntValue()))
            .thenComparingInt(Object2IntMap.Entry::getIntValue));
    int[] places = new int[counted.issued()];
    Arrays.fill(places, -1);
    long[] counts = new long[kept.size()];
    List<String> words = new ArrayList<>(kept.size());
    for (int w = 0; w < counts.length; w++) {
      int number = kept.get(w).getIntValue();
      places[number] = w;
      counts[w] = counted.count(number);
      words.add(kept.get(w).getKey());
    }
    return new Vocabulary(words, counts, places);
  }

  int size() {
    return words.size();
  }

  List<String> words() {
    return words;
  }

  /** How often the word at a place occurs. */
  long count(int place) {
    return counts[place];
  }

  /** The place of the word that has a number in the token file, or -1. */
  int place(int number) {
    return places[number];
  }

  long checksum() {
    CRC32C checksum = new CRC32C();
    for (String word : words) {
      checksum.update((word + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return checksum.getValue();
  }
}
