package it.voci.features;

import it.voci.UserException;
import it.voci.text.ItalianTokenizer;
import it.voci.text.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists of terms by category (subjects, frames, manners of writing), as read from a file with a
 * line {@code category: term, term, …}: a term is one or several words, folded; {@code *} stands
 * for any ending of a word. Immutable and safe for use by several threads.
 */
public final class TermLists {
  /** No categories. */
  public static final TermLists NONE = new TermLists("", List.of(), List.of());

  private static final int KEY = 3;

  /** A word of a term, or the beginning of one. */
  record Word(String text, boolean isOpen) {
    boolean fits(String folded) {
      return isOpen ? folded.startsWith(text) : folded.equals(text);
    }
  }

  /** A term of a category. */
  record Term(List<Word> words, int category) {
    Term {
      words = List.copyOf(words);
    }
  }

  private final String source;
  private final List<String> categories;
  private final Map<String, List<Term>> byKey = new HashMap<>();

  private TermLists(String source, List<String> categories, List<Term> terms) {
    this.source = source;
    this.categories = List.copyOf(categories);
    for (Term term : terms) {
      byKey.computeIfAbsent(key(term.words().get(0).text()), key -> new ArrayList<>(4)).add(term);
    }
  }

  /** The lists that ship with voci. */
  public static TermLists shipped() {
    try (InputStream in = TermLists.class.getResourceAsStream("terms.txt");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(reader, "terms.txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file; throws {@link UserException} naming {@code file:line} of a bad line. */
  public static TermLists read(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, file.toString());
    } catch (IOException | UncheckedIOException e) {
      throw new UserException(file + ": cannot be read as UTF-8 (" + e.getMessage() + ")", e);
    }
  }

  private static TermLists read(Reader reader, String where) throws IOException {
    StringBuilder source = new StringBuilder();
    List<String> categories = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    ItalianTokenizer tokenizer = new ItalianTokenizer();
    BufferedReader lines = new BufferedReader(reader);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      source.append(line).append('\n');
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new UserException(
            where + ":" + number + ": expected 'category: term, …' but was '" + start(line) + "'");
      }
      for (String term : line.substring(colon + 1).split(",", -1)) {
        if (!term.isBlank()) {
          terms.add(term(term.strip(), categories.size(), tokenizer, where + ":" + number));
        }
      }
      categories.add(line.substring(0, colon).strip());
    }
    return new TermLists(source.toString(), categories, terms);
  }

  private static String start(String line) {
    return line.substring(0, Math.min(40, line.length()));
  }

  private static Term term(String text, int category, ItalianTokenizer tokenizer, String where) {
    List<Word> words = new ArrayList<>();
    for (Token token : tokenizer.tokenize(text)) {
      if (token.text().equals("*") && !words.isEmpty()) {
        words.set(words.size() - 1, new Word(words.get(words.size() - 1).text(), true));
      } else {
        words.add(new Word(token.folded(), false));
      }
    }
    if (words.isEmpty()) {
      throw new UserException(where + ": '" + text + "' holds no word");
    }
    return new Term(words, category);
  }

  private static String key(String word) {
    return word.length() <= KEY ? word : word.substring(0, KEY);
  }

  /** The categories, in the file's order. */
  public List<String> categories() {
    return categories;
  }

  /** The file's text. */
  public String format() {
    return source;
  }

  /** The terms whose first word fits one. */
  List<Term> beginning(String folded) {
    return byKey.getOrDefault(key(folded), List.of()).stream()
        .filter(term -> term.words().get(0).fits(folded))
        .toList();
  }

  /**
   * How often each category occurs: one count at most for a category at a place.
   *
   * @param words for every token
   */
  int[] count(List<Token> tokens, List<WordFacts> words) {
    int[] counts = new int[categories.size()];
    int[] lastPlace = new int[categories.size()];
    for (int i = 0; i < tokens.size(); i++) {
      for (Term term : words.get(i).terms()) {
        if (lastPlace[term.category()] != i + 1 && fits(term, tokens, i)) {
          counts[term.category()]++;
          lastPlace[term.category()] = i + 1;
        }
      }
    }
    return counts;
  }

  private static boolean fits(Term term, List<Token> tokens, int start) {
    if (start + term.words().size() > tokens.size()) {
      return false;
    }
    for (int i = 1; i < term.words().size(); i++) {
      if (!term.words().get(i).fits(tokens.get(start + i).folded())) {
        return false;
      }
    }
    return true;
  }
}
