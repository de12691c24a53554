package it.voci.actors;

import it.voci.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes words as they usually are where a text does not: passages in capitals, texts without any.
 * A capital is given to what begins a sentence and to the names that are known; those that nobody
 * knows stay small. Immutable.
 */
final class Capitals {
  /** Shorter runs are acronyms, shouts and section heads. */
  private static final int SHORTEST = 5;

  private final List<PhraseTrie<?>> names;
  private final Lexicon lexicon;

  /**
   * What to go by.
   *
   * @param names written as usual; at a place the longest counts
   */
  Capitals(List<PhraseTrie<?>> names, Lexicon lexicon) {
    this.names = List.copyOf(names);
    this.lexicon = lexicon;
  }

  /** The same tokens, those of such passages in their usual case. */
  List<Token> restored(List<Token> tokens) {
    boolean[] wrong = new boolean[tokens.size()];
    int words = 0;
    int run = 0;
    int begin = 0;
    boolean anyCapital = false;
    boolean anyWrong = false;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i < tokens.size() && tokens.get(i).kind() != Token.Kind.WORD) {
        continue;
      }
      if (i < tokens.size() && isAllCapitals(tokens.get(i).text())) {
        begin = run == 0 ? i : begin;
        run++;
      } else {
        if (run >= SHORTEST) {
          Arrays.fill(wrong, begin, i, true);
          anyWrong = true;
        }
        run = 0;
      }
      if (i < tokens.size()) {
        words++;
        anyCapital |= Character.isUpperCase(tokens.get(i).text().codePointAt(0));
      }
    }
    if (!anyCapital && words >= SHORTEST) {
      Arrays.fill(wrong, true);
    } else if (!anyWrong) {
      return tokens;
    }
    return restored(tokens, wrong);
  }

  private static boolean isAllCapitals(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private List<Token> restored(List<Token> tokens, boolean[] wrong) {
    Words words = new Words(tokens);
    boolean[] capital = new boolean[tokens.size()];
    for (int i = 0; i < capital.length; i++) {
      boolean ordinary = lexicon.isCommonWord(words.key(i)) || lexicon.isDeterminer(words.key(i));
      capital[i] |= words.startsSentence(i) || (!ordinary && lexicon.isGivenName(words.key(i)));
      long longest = 0;
      int end = i;
      for (PhraseTrie<?> phrases : names) {
        PhraseTrie.Match<Long> match = phrases.capitals(words, i);
        if (match.end() > end) {
          longest = match.value();
          end = match.end();
        }
      }
      if (end > i + 1 || !ordinary) {
        for (int at = i; at < end; at++) {
          capital[at] |= (longest >> (at - i) & 1) == 1;
        }
        i = Math.max(i, end - 1);
      }
    }
    List<Token> restored = new ArrayList<>(tokens);
    for (int i = 0; i < capital.length; i++) {
      Token token = tokens.get(i);
      if (wrong[i] && token.kind() == Token.Kind.WORD) {
        String small = token.text().toLowerCase(Locale.ROOT);
        String text =
            capital[i]
                ? small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1)
                : small;
        restored.set(i, new Token(token.start(), token.end(), text, token.folded(), token.kind()));
      }
    }
    return restored;
  }
}
