package it.voci.embedding;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;

/**
 * The character n-grams of a word as fastText has them (Bojanowski et al. 2017): of the word
 * between {@code <} and {@code >}, hashed into buckets by FNV-1a over its UTF-8 bytes.
 *
 * @param shortest in characters
 * @param longest in characters
 * @param buckets different n-grams may share one
 */
public record CharacterGrams(int shortest, int longest, int buckets) {
  /** fastText's. */
  public static final CharacterGrams DEFAULTS = new CharacterGrams(3, 6, 2_000_000);

  public CharacterGrams {
    if (shortest < 1 || longest < shortest || longest > 100 || buckets < 1) {
      throw new IllegalArgumentException(shortest + " to " + longest + " in " + buckets);
    }
  }

  /** The bucket of each n-gram, in the order in which they begin and of their length. */
  public int[] bucketsOf(String word) {
    byte[] bytes = ("<" + word + ">").getBytes(StandardCharsets.UTF_8);
    IntArrayList found = new IntArrayList(4 * bytes.length);
    for (int start = 0; start < bytes.length; start++) {
      if (continues(bytes[start])) {
        continue;
      }
      int hash = 0x811c9dc5;
      int end = start;
      for (int length = 1; length <= longest && end < bytes.length; length++) {
        do {
          // Sign-extended, as fastText does.
          hash = (hash ^ bytes[end]) * 0x01000193;
          end++;
        } while (end < bytes.length && continues(bytes[end]));
        boolean boundaryAlone = length == 1 && (start == 0 || end == bytes.length);
        if (length >= shortest && !boundaryAlone) {
          found.add(Integer.remainderUnsigned(hash, buckets));
        }
      }
    }
    return found.toIntArray();
  }

  /** Whether a byte of UTF-8 belongs to a character that began before it. */
  private static boolean continues(byte b) {
    return (b & 0xc0) == 0x80;
  }
}
