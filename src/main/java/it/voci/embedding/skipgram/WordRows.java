package it.voci.embedding.skipgram;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.voci.embedding.CharacterGrams;
import java.util.List;

/**
 * The rows of the input matrix that make up each word's vector: its own, which has the word's
 * number, then those of its n-grams. Only buckets that some word falls into have a row.
 */
final class WordRows {
  /** Where a word's rows begin; one entry more than there are words. */
  final int[] first;

  /** The rows of all words, one word after the other. */
  final int[] rows;

  /** The bucket of each row after those of the words. */
  final int[] buckets;

  private WordRows(int[] first, int[] rows, int[] buckets) {
    this.first = first;
    this.rows = rows;
    this.buckets = buckets;
  }

  /** Words alone. */
  static WordRows of(int words) {
    int[] own = new int[words + 1];
    for (int w = 0; w <= words; w++) {
      own[w] = w;
    }
    return new WordRows(own, own, new int[0]);
  }

  /** Words and their n-grams. */
  static WordRows of(List<String> words, CharacterGrams grams) {
    int[] first = new int[words.size() + 1];
    IntArrayList rows = new IntArrayList();
    IntArrayList buckets = new IntArrayList();
    Int2IntOpenHashMap rowOf = new Int2IntOpenHashMap();
    rowOf.defaultReturnValue(-1);
    for (int w = 0; w < words.size(); w++) {
      first[w] = rows.size();
      rows.add(w);
      for (int bucket : grams.bucketsOf(words.get(w))) {
        int row = rowOf.get(bucket);
        if (row < 0) {
          row = words.size() + buckets.size();
          rowOf.put(bucket, row);
          buckets.add(bucket);
        }
        rows.add(row);
      }
    }
    first[words.size()] = rows.size();
    return new WordRows(first, rows.toIntArray(), buckets.toIntArray());
  }
}
