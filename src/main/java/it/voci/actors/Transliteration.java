package it.voci.actors;

import java.util.regex.Pattern;

/**
 * Makes the Latin spellings of a Cyrillic name alike: English, scholarly, Italian and French ones
 * ({@code Šojgu}, {@code Shoigu}, {@code Shoygu}; {@code Zelens'kyj}, {@code Zelenskiy}).
 */
final class Transliteration {
  private static final Pattern G = Pattern.compile("g[hu](?=[ei])");
  private static final Pattern SEVERAL_I = Pattern.compile("i{2,}");

  private Transliteration() {}

  /**
   * A key that the spellings of one name share; no spelling itself.
   *
   * @param folded in lower case, without accents
   */
  static String key(String folded) {
    String even =
        SEVERAL_I
            .matcher(
                G.matcher(folded)
                    .replaceAll("g")
                    .replace("'o", "io")
                    .replace("'", "")
                    .replace("shch", "sc")
                    .replace("sch", "sc")
                    .replace("sh", "s")
                    .replace("tch", "c")
                    .replace("ch", "c")
                    .replace("zh", "z")
                    .replace("kh", "c")
                    .replace("ts", "c")
                    .replace("tz", "c")
                    .replace("x", "ks")
                    .replace('w', 'v')
                    .replace('y', 'i')
                    .replace('j', 'i'))
            .replaceAll("i");
    StringBuilder key = new StringBuilder(even.length());
    for (int i = 0; i < even.length(); i++) {
      char c = even.charAt(i);
      char next = i + 1 < even.length() ? even.charAt(i + 1) : 0;
      if (c == 'i' && (next == 'e' || (next == 'o' && isConsonantBefore(even, i)))) {
        continue; // ie and je are e; ё is e, yo or io
      }
      char written =
          c == 'o' && i > 0 && even.charAt(i - 1) == 'i' && isConsonantBefore(even, i - 1)
              ? 'e'
              : c;
      if (key.isEmpty() || key.charAt(key.length() - 1) != written) {
        key.append(written);
      }
    }
    return key.toString();
  }

  private static boolean isConsonantBefore(String text, int i) {
    return i > 0 && "aeiou".indexOf(text.charAt(i - 1)) < 0;
  }
}
