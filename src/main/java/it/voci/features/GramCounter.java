package it.voci.features;

import it.voci.text.Token;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.it.ItalianLightStemmer;

/**
 * Hashes a paragraph's n-grams into buckets. Words are folded first: lower case, no accents, digits
 * to 0. Word n-grams (of stems, numbers and punctuation) fall into {@code [0, wordBuckets)},
 * character n-grams of each word with its boundaries into the buckets after them.
 */
final class GramCounter {
  private static final int FNV_OFFSET = 0x811C9DC5;
  private static final int FNV_PRIME = 0x01000193;
  private static final int LONGEST_WORD = 40;

  private final FeatureSettings settings;
  private final ItalianLightStemmer stemmer = new ItalianLightStemmer();

  GramCounter(FeatureSettings settings) {
    this.settings = settings;
  }

  /** The bucket of every n-gram, ascending, as often as it occurs. */
  int[] buckets(List<Token> tokens) {
    List<String> stems = new ArrayList<>(tokens.size());
    IntList buckets = new IntList(tokens.size() * 14);
    for (Token token : tokens) {
      String word = fold(token.text());
      stems.add(token.kind() == Token.Kind.WORD ? stem(word) : word);
      if (token.kind() == Token.Kind.WORD) {
        characters(word, buckets);
      }
    }
    for (int start = 0; start < stems.size(); start++) {
      int hash = FNV_OFFSET;
      for (int i = start; i < Math.min(stems.size(), start + settings.wordOrder()); i++) {
        hash = hash(hash, stems.get(i)) * FNV_PRIME;
        buckets.add(mix(hash) & (settings.wordBuckets() - 1));
      }
    }
    return buckets.sorted();
  }

  private void characters(String word, IntList buckets) {
    String marked =
        "<" + (word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word) + ">";
    for (int start = 0; start < marked.length(); start++) {
      int hash = FNV_OFFSET;
      int longest = Math.min(marked.length() - start, settings.charMax());
      for (int length = 1; length <= longest; length++) {
        hash = (hash ^ marked.charAt(start + length - 1)) * FNV_PRIME;
        if (length >= settings.charMin()) {
          buckets.add(settings.wordBuckets() + (mix(hash) & (settings.charBuckets() - 1)));
        }
      }
    }
  }

  private String stem(String word) {
    char[] chars = word.toCharArray();
    return new String(chars, 0, stemmer.stem(chars, chars.length));
  }

  static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(lower.length());
    boolean ascii = lower.chars().allMatch(c -> c < 128);
    String plain = ascii ? lower : Normalizer.normalize(lower, Normalizer.Form.NFD);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isDigit(c)) {
        folded.append('0');
      } else if (ascii || Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(c);
      }
    }
    return folded.toString();
  }

  private static int hash(int hash, String text) {
    int result = hash;
    for (int i = 0; i < text.length(); i++) {
      result = (result ^ text.charAt(i)) * FNV_PRIME;
    }
    return result;
  }

  /** Spreads the hash over its low bits (the finaliser of MurmurHash3). */
  private static int mix(int hash) {
    int h = hash;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    h ^= h >>> 13;
    h *= 0xC2B2AE35;
    return h ^ (h >>> 16);
  }

  private static final class IntList {
    private int[] values;
    private int size;

    IntList(int capacity) {
      values = new int[Math.max(16, capacity)];
    }

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int[] sorted() {
      int[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
