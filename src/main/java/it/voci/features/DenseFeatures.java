package it.voci.features;

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

  /** What a token gives by itself, wherever it stands. */
  record Word(
      boolean isPunctuation,
      boolean isNumber,
      boolean isCapitals,
      boolean isCapitalised,
      boolean isConditional,
      boolean isFuture,
      boolean isFirstPerson) {
    private static final Word MARK = new Word(true, false, false, false, false, false, false);

    static Word of(Token token) {
      if (token.kind() == Token.Kind.PUNCTUATION) {
        return MARK;
      }
      String form = token.text();
      String lower = form.toLowerCase(Locale.ROOT);
      int letters = form.length() - (form.endsWith("'") ? 1 : 0);
      return new Word(
          false,
          token.kind() == Token.Kind.NUMBER,
          letters > 1 && !form.equals(lower) && form.equals(form.toUpperCase(Locale.ROOT)),
          Character.isUpperCase(form.codePointAt(0)),
          CONDITIONAL.matcher(lower).matches(),
          FUTURE.matcher(lower).matches(),
          FIRST_PERSON.contains(lower));
    }
  }

  /**
   * Values of {@link #NAMES}.
   *
   * @param words for every token
   * @param sentences their number
   * @param index the paragraph's place among {@code count}
   */
  static float[] of(
      List<Token> tokens, List<WordFacts> words, int sentences, int index, int count) {
    int all = 0;
    int quoted = 0;
    int capitals = 0;
    int capitalised = 0;
    int numbers = 0;
    int conditional = 0;
    int future = 0;
    int firstPerson = 0;
    int questions = 0;
    int exclamations = 0;
    int colons = 0;
    int parentheses = 0;
    int dashes = 0;
    boolean open = false;
    boolean single = false;
    boolean straight = false;
    boolean anyQuote = false;
    for (int i = 0; i < tokens.size(); i++) {
      Word word = words.get(i).surface();
      if (word.isPunctuation()) {
        switch (tokens.get(i).text()) {
          case "«" -> open = true;
          case "»" -> open = false;
          case "‹" -> single = true;
          case "'" -> single = false;
          case "\"" -> straight = !straight;
          case "?" -> questions++;
          case "!" -> exclamations++;
          case ":" -> colons++;
          case "(" -> parentheses++;
          case "–" -> dashes++;
          default -> {}
        }
        anyQuote |= open || single || straight;
        continue;
      }
      all++;
      quoted += open || single || straight ? 1 : 0;
      numbers += word.isNumber() ? 1 : 0;
      capitals += word.isCapitals() ? 1 : 0;
      capitalised += word.isCapitalised() ? 1 : 0;
      conditional += word.isConditional() ? 1 : 0;
      future += word.isFuture() ? 1 : 0;
      firstPerson += word.isFirstPerson() ? 1 : 0;
    }
    float perSentence = Math.max(1, sentences);
    float perWord = 1f / Math.max(1, all);
    String first = tokens.isEmpty() ? "" : tokens.get(0).text();
    String last = tokens.isEmpty() ? "" : tokens.get(tokens.size() - 1).text();
    return new float[] {
      count < 2 ? 0 : (float) index / (count - 1),
      flag(index == 0),
      flag(index == count - 1),
      (float) Math.log1p(all) / 6,
      Math.min(1, perSentence / 8),
      Math.min(1, all / (40 * perSentence)),
      quoted * perWord,
      flag(isQuote(first)),
      flag(
          isQuote(last)
              || (last.equals(".")
                  && tokens.size() > 1
                  && isQuote(tokens.get(tokens.size() - 2).text()))),
      flag(anyQuote),
      Math.min(1, questions / perSentence),
      Math.min(1, exclamations / perSentence),
      Math.min(1, colons / perSentence),
      Math.min(1, parentheses / perSentence),
      Math.min(1, dashes / perSentence),
      flag(!".!?…»\"".contains(last) || last.isEmpty()),
      capitals * perWord,
      capitalised * perWord,
      Math.min(1, 4 * numbers * perWord),
      Math.min(1, 8 * conditional * perWord),
      Math.min(1, 8 * future * perWord),
      Math.min(1, 8 * firstPerson * perWord),
      flag(all < 12)
    };
  }

  private static boolean isQuote(String text) {
    return text.equals("«") || text.equals("»") || text.equals("\"") || text.equals("‹");
  }

  private static float flag(boolean value) {
    return value ? 1 : 0;
  }
}
