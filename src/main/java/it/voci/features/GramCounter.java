package it.voci.features;

import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.text.Token;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.analysis.it.ItalianLightStemmer;

/**
 * Hashes a paragraph's n-grams into buckets. Words are folded first: lower case, no accents, digits
 * to 0. Word n-grams (of stems, numbers and punctuation) fall into {@code [0, wordBuckets)},
 * character n-grams of each word with its boundaries into the {@code charBuckets} after them, word
 * n-grams of unstemmed forms, names among them, into {@code wordBuckets} more. For use by one
 * thread.
 */
final class GramCounter {
  private static final int FNV_OFFSET = 0x811C9DC5;
  private static final int FNV_PRIME = 0x01000193;
  private static final int LONGEST_WORD = 40;

  /** As many n-grams as most words have, with those of two words. */
  private static final int USUAL = 14;

  private static final int[] NONE = {};

  private final FeatureSettings settings;
  private final IntUnaryOperator lookup;
  private final int forms;
  private final ItalianLightStemmer stemmer = new ItalianLightStemmer();
  private final Map<Side, Word> actors = new EnumMap<>(Side.class);
  private int[] found = NONE;
  private int size;

  /** Of all n-grams. */
  GramCounter(FeatureSettings settings) {
    this(settings, IntUnaryOperator.identity());
  }

  /**
   * Counts what is looked at.
   *
   * @param lookup from a bucket to what stands for it; negative for what is not looked at
   */
  GramCounter(FeatureSettings settings, IntUnaryOperator lookup) {
    this.settings = settings;
    this.lookup = lookup;
    forms = settings.wordBuckets() + settings.charBuckets();
  }

  /** A word, or what stands for it, in word n-grams. */
  private static final class Piece {
    private final char[] text;
    private final int hash;
    private final int alone;

    Piece(char[] text, int hash, int alone) {
      this.text = text;
      this.hash = hash;
      this.alone = alone;
    }
  }

  /** What a word gives by itself, wherever it stands. */
  static final class Word {
    private final Piece stem;
    private final Piece form;
    private final int own;
    private final int said;
    private final int[] characters;

    private Word(Piece stem, Piece form, int own, int said, int[] characters) {
      this.stem = stem;
      this.form = form;
      this.own = own;
      this.said = said;
      this.characters = characters;
    }
  }

  /** What a token gives. */
  Word word(Token token) {
    boolean isWord = token.kind() == Token.Kind.WORD;
    char[] form = digitsToZero(token.folded());
    char[] stem = isWord ? stem(form) : form;
    return word(stem, form, isWord ? characters(form) : NONE);
  }

  private Word word(char[] stem, char[] form, int[] characters) {
    return new Word(
        piece(stem, 0),
        piece(form, forms),
        lookup.applyAsInt(wordBucket(hash(hash(FNV_OFFSET, "own:".toCharArray()), stem), 0)),
        lookup.applyAsInt(wordBucket(hash(hash(FNV_OFFSET, "said:".toCharArray()), stem), 0)),
        characters);
  }

  private Piece piece(char[] text, int offset) {
    int hash = hash(FNV_OFFSET, text) * FNV_PRIME;
    return new Piece(text, hash, lookup.applyAsInt(wordBucket(hash, offset)));
  }

  private int wordBucket(int hash, int offset) {
    return offset + (mix(hash) & (settings.wordBuckets() - 1));
  }

  /**
   * What stands for every n-gram that is looked at, as often as it occurs, in no order. An actor
   * stands among the words as its side and not at all among the characters, so that roles are
   * learned and not names.
   *
   * @param words for every token
   * @param own for every token whether it is the writer's own, rather than attributed to a speaker
   */
  int[] find(List<WordFacts> words, List<Mention> mentions, boolean[] own) {
    size = 0;
    found = new int[USUAL * (words.size() + 1)];
    Piece[] stems = new Piece[words.size()];
    int count = 0;
    int next = 0;
    for (int i = 0; i < words.size(); ) {
      boolean isOwn = own[i];
      Word word = words.get(i).grams();
      if (next < mentions.size() && mentions.get(next).start() == i) {
        word =
            actors.computeIfAbsent(
                mentions.get(next).actor().side(),
                side -> word(("§" + side.name()).toCharArray(), new char[0], NONE));
        i = mentions.get(next++).end();
      } else {
        addAll(word.characters);
        i++;
      }
      stems[count++] = word.stem;
      if (settings.sees(Branch.SPEECH)) {
        add(isOwn ? word.own : word.said);
      }
    }
    addWords(stems, count, 0);
    if (settings.sees(Branch.FORMS)) {
      for (int i = 0; i < words.size(); i++) {
        stems[i] = words.get(i).grams().form;
      }
      addWords(stems, words.size(), forms);
    }
    int[] all = Arrays.copyOf(found, size);
    found = NONE; // of a long text it is large
    return all;
  }

  private void addWords(Piece[] pieces, int count, int offset) {
    for (int start = 0; start < count; start++) {
      add(pieces[start].alone);
      int hash = pieces[start].hash;
      int end = Math.min(count, start + settings.wordOrder());
      for (int i = start + 1; i < end; i++) {
        hash = hash(hash, pieces[i].text) * FNV_PRIME;
        add(lookup.applyAsInt(wordBucket(hash, offset)));
      }
    }
  }

  private void addAll(int[] values) {
    for (int value : values) {
      add(value);
    }
  }

  private void add(int value) {
    if (value < 0) {
      return;
    }
    if (size == found.length) {
      found = Arrays.copyOf(found, 2 * size);
    }
    found[size++] = value;
  }

  private int[] characters(char[] word) {
    char[] marked = new char[Math.min(word.length, LONGEST_WORD) + 2];
    marked[0] = '<';
    System.arraycopy(word, 0, marked, 1, marked.length - 2);
    marked[marked.length - 1] = '>';
    int[] known = new int[marked.length * (settings.charMax() - settings.charMin() + 1)];
    int count = 0;
    for (int start = 0; start < marked.length; start++) {
      int hash = FNV_OFFSET;
      int longest = Math.min(marked.length - start, settings.charMax());
      for (int length = 1; length <= longest; length++) {
        hash = (hash ^ marked[start + length - 1]) * FNV_PRIME;
        if (length >= settings.charMin()) {
          int bucket = settings.wordBuckets() + (mix(hash) & (settings.charBuckets() - 1));
          int value = lookup.applyAsInt(bucket);
          if (value >= 0) {
            known[count++] = value;
          }
        }
      }
    }
    return Arrays.copyOf(known, count);
  }

  private char[] stem(char[] word) {
    char[] chars = word.clone();
    return Arrays.copyOf(chars, stemmer.stem(chars, chars.length));
  }

  private static char[] digitsToZero(String folded) {
    char[] chars = folded.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (Character.isDigit(chars[i])) {
        chars[i] = '0';
      }
    }
    return chars;
  }

  private static int hash(int hash, char[] text) {
    int result = hash;
    for (char c : text) {
      result = (result ^ c) * FNV_PRIME;
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
}
