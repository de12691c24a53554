package it.voci.features;

import it.voci.text.Sentences;
import it.voci.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be counted in a paragraph and its place: position, length, quotation, surface. */
final class DenseFeatures {
  /** The features' names, in the order of their values. */
  static final List<String> NAMES =
      List.of(
          "position",
          "first",
          "last",
          "length",
          "sentences",
          "sentence_length",
          "quoted_share",
          "opens_with_quote",
          "ends_with_quote",
          "has_quote",
          "question",
          "exclamation",
          "colon",
          "parenthesis",
          "dash",
          "no_final_stop",
          "capitals",
          "capitalised",
          "numbers",
          "conditional",
          "future",
          "first_person",
          "short");

  private static final Pattern CONDITIONAL = Pattern.compile("\\p{L}+(ebbe|ebbero)");
  private static final Pattern FUTURE = Pattern.compile("\\p{L}+r(?:à|a'|anno)");
  private static final Set<String> FIRST_PERSON =
      Set.of(
          ("io noi mio mia miei mie nostro nostra nostri nostre abbiamo siamo vogliamo dobbiamo possiamo"
                  + " ho sono devo voglio penso credo mi ci")
              .split(" "));

  private DenseFeatures() {}

  /**
   * Values of {@link #NAMES}.
   *
   * @param index the paragraph's place among {@code count}
   */
  static float[] of(String text, List<Token> tokens, int index, int count) {
    int words = 0;
    int quotedWords = 0;
    int capitals = 0;
    int capitalised = 0;
    int numbers = 0;
    int conditional = 0;
    int future = 0;
    int firstPerson = 0;
    boolean open = false;
    boolean single = false;
    boolean straight = false;
    boolean anyQuote = false;
    for (Token token : tokens) {
      String form = token.text();
      if (token.kind() == Token.Kind.PUNCTUATION) {
        switch (form) {
          case "«" -> open = true;
          case "»" -> open = false;
          case "‹" -> single = true;
          case "'" -> single = false;
          case "\"" -> straight = !straight;
          default -> {}
        }
        anyQuote |= open || single || straight;
        continue;
      }
      words++;
      quotedWords += open || single || straight ? 1 : 0;
      numbers += token.kind() == Token.Kind.NUMBER ? 1 : 0;
      String lower = form.toLowerCase(Locale.ROOT);
      int letters = form.length() - (form.endsWith("'") ? 1 : 0);
      capitals +=
          letters > 1 && !form.equals(lower) && form.equals(form.toUpperCase(Locale.ROOT)) ? 1 : 0;
      capitalised += Character.isUpperCase(form.codePointAt(0)) ? 1 : 0;
      conditional += CONDITIONAL.matcher(lower).matches() ? 1 : 0;
      future += FUTURE.matcher(lower).matches() ? 1 : 0;
      firstPerson += FIRST_PERSON.contains(lower) ? 1 : 0;
    }
    int sentences = Math.max(1, Sentences.split(text).size());
    float perWord = 1f / Math.max(1, words);
    String first = tokens.isEmpty() ? "" : tokens.get(0).text();
    String last = tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1).text();
    return new float[] {
      count < 2 ? 0 : (float) index / (count - 1),
      flag(index == 0),
      flag(index == count - 1),
      (float) Math.log1p(words) / 6,
      Math.min(1, sentences / 8f),
      Math.min(1, words / (40f * sentences)),
      quotedWords * perWord,
      flag(isQuote(first)),
      flag(
          isQuote(last)
              || (last.equals(".")
                  && tokens.size() > 1
                  && isQuote(tokens.get(tokens.size() - 2).text()))),
      flag(anyQuote),
      share(tokens, "?", sentences),
      share(tokens, "!", sentences),
      share(tokens, ":", sentences),
      share(tokens, "(", sentences),
      share(tokens, "–", sentences),
      flag(!".!?…»\"".contains(last) || last.isEmpty()),
      capitals * perWord,
      capitalised * perWord,
      Math.min(1, 4 * numbers * perWord),
      Math.min(1, 8 * conditional * perWord),
      Math.min(1, 8 * future * perWord),
      Math.min(1, 8 * firstPerson * perWord),
      flag(words < 12)
    };
  }

  private static boolean isQuote(String text) {
    return text.equals("«") || text.equals("»") || text.equals("\"") || text.equals("‹");
  }

  private static float share(List<Token> tokens, String mark, int sentences) {
    long count = tokens.stream().filter(token -> token.text().equals(mark)).count();
    return Math.min(1, (float) count / sentences);
  }

  private static float flag(boolean value) {
    return value ? 1 : 0;
  }
}
