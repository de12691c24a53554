package it.voci.actors;

import it.voci.text.Token;
import java.util.List;

/** A text's tokens as names and phrases are compared with them. */
final class Words {
  private static final String SENTENCE_ENDS = ".!?…:;«»\"‹–(•";

  private final List<Token> tokens;
  private final String[] keys;
  private final String[] transliterated;
  private final boolean[] capitals;

  Words(List<Token> tokens) {
    this.tokens = tokens;
    int size = tokens.size();
    keys = new String[size];
    transliterated = new String[size];
    capitals = new boolean[size];
    for (int i = 0; i < size; i++) {
      Token token = tokens.get(i);
      keys[i] = token.folded();
      capitals[i] = Character.isUpperCase(token.text().codePointAt(0));
    }
  }

  int size() {
    return keys.length;
  }

  /** The folded word; empty beyond the text. */
  String key(int i) {
    return i >= 0 && i < keys.length ? keys[i] : "";
  }

  /** The word with its transliteration made even. */
  String transliterated(int i, Lexicon lexicon) {
    if (transliterated[i] == null) {
      transliterated[i] = lexicon.transliterated(keys[i]);
    }
    return transliterated[i];
  }

  boolean isCapital(int i) {
    return i >= 0 && i < keys.length && capitals[i];
  }

  boolean isWord(int i) {
    return i >= 0 && i < keys.length && tokens.get(i).kind() == Token.Kind.WORD;
  }

  /** True if no blank stands before the word. */
  boolean isGlued(int i) {
    return i > 0 && i < keys.length && tokens.get(i - 1).end() == tokens.get(i).start();
  }

  /** True where any word would have a capital. */
  boolean startsSentence(int i) {
    return i == 0 || (!isWord(i - 1) && SENTENCE_ENDS.contains(tokens.get(i - 1).text()));
  }

  /** The normalised text of {@code [from, to)}. */
  String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from && !isGlued(i)) {
        text.append(' ');
      }
      text.append(tokens.get(i).text());
    }
    return text.toString();
  }
}
