package it.voci.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Italian tokens: Unicode word boundaries (UAX #29, by Lucene) with elided articles, prepositions
 * and pronouns split off ({@code dell'} + {@code intelligence}), final apostrophes that stand for
 * an accent kept with their word ({@code piu'}, {@code E'}), and every punctuation mark a token of
 * its own. Transliterated soft signs ({@code Zelens'kyj}, {@code Pokrovs'k}) do not split.
 *
 * <p>Safe for use by several threads.
 */
public final class ItalianTokenizer {
  /** Longer runs without a word boundary are cut, as Lucene does. */
  private static final int LONGEST_WORD = 255;

  private static final Set<String> ELIDED =
      words(
          "l un d dell all dall nell sull coll pell gl agl degl dagl negl sugl c s m t v "
              + "n quell quest bell sant tutt mezz senz anch neanch nessun qualcun ciascun buon "
              + "com dov cos quand sott dopodoman grand tant quant altr vent trent quarant "
              + "cinquant sessant settant ottant novant cent quattr ex mill second pover dev er "
              + "sar vi ci mi ti");

  /** Consonants, also as letters' names, before which nothing is elided: {@code L'viv}. */
  private static final String UNELIDED = "bcdgkpqtvz";

  /** Apocopes, and words often typed with an apostrophe for their final accent. */
  private static final Set<String> FINAL_APOSTROPHE =
      words(
          "po mo di fa va sta da be to ca e piu gia giu cosi cioe perche poiche finche "
              + "benche affinche anziche nonche purche pero percio puo sara avra dovra potra "
              + "verra fara andra lunedi martedi mercoledi giovedi venerdi meta eta tribu ne "
              + "cio la li si ventitre");

  /** One per thread, to be set up once; to close it is to make it ready for the next text. */
  private final ThreadLocal<StandardTokenizer> lucene =
      ThreadLocal.withInitial(
          () -> {
            StandardTokenizer tokenizer = new StandardTokenizer();
            tokenizer.setMaxTokenLength(LONGEST_WORD);
            return tokenizer;
          });

  private static Set<String> words(String blankSeparated) {
    return Set.of(blankSeparated.split(" "));
  }

  public List<Token> tokenize(String source) {
    return isPlain(source) ? plain(source) : full(source);
  }

  /** Beyond it letters may combine, or stand for words without blanks between. */
  private static final char PLAIN_LETTERS = 0x250;

  /** True for a name or phrase of Latin letters and blanks. */
  private static boolean isPlain(String source) {
    if (source.length() > LONGEST_WORD) {
      return false;
    }
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c != ' ' && (c >= PLAIN_LETTERS || !Character.isLetter(c))) {
        return false;
      }
    }
    return true;
  }

  /** The same as {@link #full}: to set Lucene's tokenizer up costs more than thousands of names. */
  private static List<Token> plain(String source) {
    List<Token> tokens = new ArrayList<>(4);
    for (int start = 0; start < source.length(); ) {
      int end = source.indexOf(' ', start);
      end = end < 0 ? source.length() : end;
      if (end > start) {
        tokens.add(new Token(start, end, source.substring(start, end), Token.Kind.WORD));
      }
      start = end + 1;
    }
    return List.copyOf(tokens);
  }

  private List<Token> full(String source) {
    NormalisedText normalised = TextNormaliser.normalise(source);
    String text = normalised.text();
    List<Token> tokens = new ArrayList<>(text.length() / 5 + 1);
    int done = 0;
    try (StandardTokenizer words = lucene.get()) {
      words.setReader(new StringReader(text));
      OffsetAttribute offset = words.getAttribute(OffsetAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        int start = offset.startOffset();
        int end = offset.endOffset();
        // UAX #29 takes _emphasis_ of Markdown for one word.
        while (start < end && text.charAt(start) == '_') {
          start++;
        }
        while (start < end && text.charAt(end - 1) == '_') {
          end--;
        }
        punctuation(normalised, done, start, tokens);
        done = word(normalised, start, end, tokens);
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringReader does not fail
    }
    punctuation(normalised, done, text.length(), tokens);
    return List.copyOf(tokens);
  }

  /** Adds the word in {@code [start, end)}, split where an elision ends; returns where it ended. */
  private static int word(NormalisedText normalised, int start, int end, List<Token> tokens) {
    String text = normalised.text();
    int from = start;
    for (int i = start; i < end - 1; i++) {
      if (text.charAt(i) == '\''
          && isElision(text.substring(from, i))
          && UNELIDED.indexOf(text.charAt(i + 1)) < 0) {
        add(normalised, from, i + 1, tokens);
        from = i + 1;
      }
    }
    int to = end;
    boolean quoted = start > 0 && "'‹".indexOf(text.charAt(start - 1)) >= 0;
    if (to < text.length()
        && text.charAt(to) == '\''
        && !quoted
        && keepsFinalApostrophe(text, from, to)) {
      to++;
    }
    add(normalised, from, to, tokens);
    return to;
  }

  private static boolean isElision(String before) {
    return ELIDED.contains(before.toLowerCase(Locale.ROOT));
  }

  /** True for an elision before a quotation mark and for accents and apocopes so written. */
  private static boolean keepsFinalApostrophe(String text, int from, int to) {
    String word = text.substring(from, to).toLowerCase(Locale.ROOT);
    return isElision(word)
        || FINAL_APOSTROPHE.contains(word)
        || (word.length() > 4 && word.endsWith("ta"));
  }

  private static void punctuation(
      NormalisedText normalised, int start, int end, List<Token> tokens) {
    String text = normalised.text();
    int i = start;
    while (i < end) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      if (codePoint != ' ') {
        while (next < end && TextNormaliser.isMark(text.codePointAt(next))) {
          next += Character.charCount(text.codePointAt(next));
        }
        add(normalised, i, next, tokens);
      }
      i = next;
    }
  }

  private static void add(NormalisedText normalised, int start, int end, List<Token> tokens) {
    TextSpan span = normalised.sourceOf(start, end);
    String text = normalised.text().substring(start, end);
    int first = text.codePointAt(0);
    Token.Kind kind =
        Character.isDigit(first)
            ? Token.Kind.NUMBER
            : Character.isLetter(first) ? Token.Kind.WORD : Token.Kind.PUNCTUATION;
    tokens.add(new Token(span.start(), span.end(), text, kind));
  }
}
