package it.voci.text;

import java.util.List;
import java.util.Random;

/** Texts made of what Italian text on the web is made of, without sense. */
final class RandomText {
  private static final String INVISIBLE = "\u00AD\u200B\u200D\u200E\u202E\uFEFF";

  private static final List<String> PIECES =
      List.of(
          ("dell’ l' un' po' piu' E' è perche\u0301 Zelens'kyj Kryvyj D'Alema O’Brien 16mila 25.650 6,42 67% $"
                  + " € « » “ ” ‘ ’ ' '' \" „ … ... . .. , ; : ! ? ( ) [ ] – — - _ __ _a_ * # @ / \\ & ° ½"
                  + " https://www.ansa.it/a_b?c=1 \uD83D\uDE00 \uD83C\uDDFA\uD83C\uDDE6 ❤\uFE0F con\uFB01ni"
                  + " Київ 北京 \uD835\uDC00 a b x 1 guerra Mosca &\u0301 x\u0301")
              .split(" "));

  private static final List<String> BLANKS = List.of(" ", "\n", "\u00A0", "\t", "\r\n", "\u2028");

  private RandomText() {}

  static String of(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(pieces + 1); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      switch (random.nextInt(4)) {
        case 0 -> {}
        case 1 -> text.append(INVISIBLE.charAt(random.nextInt(INVISIBLE.length())));
        default -> text.append(BLANKS.get(random.nextInt(BLANKS.size())));
      }
    }
    return text.toString();
  }

  /** True if only characters are in it that nobody sees, blanks not among them. */
  static boolean isInvisible(String text) {
    return text.chars().allMatch(c -> INVISIBLE.indexOf(c) >= 0);
  }

  /** True if nothing is in it that leaves ink. */
  static boolean isBlank(String text) {
    return text.chars()
        .allMatch(
            c ->
                INVISIBLE.indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
