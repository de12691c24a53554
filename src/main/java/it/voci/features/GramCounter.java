package it.voci.features;

import it.voci.actors.Mention;
import it.voci.text.TextNormaliser;
import it.voci.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.it.ItalianLightStemmer;

/**
 * Hashes a paragraph's n-grams into buckets. Words are folded first: lower case, no accents, digits
 * to 0. Word n-grams (of stems, numbers and punctuation) fall into {@code [0, wordBuckets)},
 * character n-grams of each word with its boundaries into the {@code charBuckets} after them, word
 * n-grams of unstemmed forms, names among them, into {@code wordBuckets} more.
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

  /**
   * The bucket of every n-gram, ascending, as often as it occurs. An actor stands among the words
   * as its side and not at all among the characters, so that roles are learned and not names.
   *
   * @param own for every token whether it is the writer's own, rather than attributed to a speaker
   */
  int[] buckets(List<Token> tokens, List<Mention> mentions, boolean[] own) {
    List<String> words = new ArrayList<>(tokens.size());
    List<String> forms = tokens.stream().map(token -> fold(token.text())).toList();
    List<Boolean> owns = new ArrayList<>(tokens.size());
    IntList buckets = new IntList(tokens.size() * 14);
    int next = 0;
    for (int i = 0; i < tokens.size(); ) {
      owns.add(own[i]);
      if (next < mentions.size() && mentions.get(next).start() == i) {
        words.add("§" + mentions.get(next).actor().side().name());
        i = mentions.get(next++).end();
        continue;
      }
      Token token = tokens.get(i++);
      String word = forms.get(i - 1);
      words.add(token.kind() == Token.Kind.WORD ? stem(word) : word);
      if (token.kind() == Token.Kind.WORD) {
        characters(word, buckets);
      }
    }
    words(words, 0, buckets);
    for (int i = 0; i < words.size() && settings.sees(Branch.SPEECH); i++) {
      int placed = hash(hash(FNV_OFFSET, owns.get(i) ? "own:" : "said:"), words.get(i));
      buckets.add(mix(placed) & (settings.wordBuckets() - 1));
    }
    if (settings.sees(Branch.FORMS)) {
      words(forms, settings.wordBuckets() + settings.charBuckets(), buckets);
    }
    return buckets.sorted();
  }

  private void words(List<String> words, int offset, IntList buckets) {
    for (int start = 0; start < words.size(); start++) {
      int hash = FNV_OFFSET;
      for (int i = start; i < Math.min(words.size(), start + settings.wordOrder()); i++) {
        hash = hash(hash, words.get(i)) * FNV_PRIME;
        buckets.add(offset + (mix(hash) & (settings.wordBuckets() - 1)));
      }
    }
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
    String folded = TextNormaliser.fold(text);
    StringBuilder out = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      out.append(Character.isDigit(folded.charAt(i)) ? '0' : folded.charAt(i));
    }
    return out.toString();
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
