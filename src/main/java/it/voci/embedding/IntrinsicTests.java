package it.voci.embedding;

import it.voci.UserException;
import it.voci.corpus.Utf8Lines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Test sets of word vectors. In their files the spellings of a word are joined by {@code |}; lines
 * that begin with {@code #} are comments.
 */
public record IntrinsicTests(
    List<Analogy> analogies, List<WordPair> pairs, List<OutlierGroup> groups) {
  /** A word in its spellings, of which any counts. */
  public record Word(List<String> spellings) {
    public Word {
      spellings = List.copyOf(spellings);
    }

    static Word of(String joined, String where) {
      List<String> spellings = List.of(joined.split("\\|", -1));
      if (spellings.stream().anyMatch(String::isBlank)) {
        throw new UserException(where + ": a word is empty");
      }
      return new Word(spellings);
    }
  }

  /** A is to b as c is to d. */
  public record Analogy(String category, Word a, Word b, Word c, Word d) {}

  /**
   * Two words and how alike they are.
   *
   * @param rating on any scale, the more alike the higher
   */
  public record WordPair(Word first, Word second, double rating) {
    public WordPair {
      if (!Double.isFinite(rating)) {
        throw new UserException("a rating must be a finite number but was " + rating);
      }
    }
  }

  /**
   * Words that belong together, and words each of which does not belong to them.
   *
   * @param members at least two
   */
  public record OutlierGroup(String topic, List<Word> members, List<Word> outliers) {
    public OutlierGroup {
      members = List.copyOf(members);
      outliers = List.copyOf(outliers);
      if (members.size() < 2 || outliers.isEmpty()) {
        throw new UserException(
            "expected two words or more and an outlier but was "
                + members.size()
                + " and "
                + outliers.size());
      }
    }
  }

  public IntrinsicTests {
    analogies = List.copyOf(analogies);
    pairs = List.copyOf(pairs);
    groups = List.copyOf(groups);
  }

  /** The sets that ship with voci. */
  public static IntrinsicTests shipped() {
    return of(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Sets from files; where none is named, the one that ships with voci.
   *
   * @param analogies a category and four words a line, tab-separated; or as word2vec's {@code
   *     questions-words.txt}: four words a line, categories on lines that begin with a colon
   * @param pairs two words and a rating a line, tab-separated
   * @param groups topic, members and outliers a line, tab-separated, words blank-separated
   * @throws UserException naming {@code file:line}
   */
  public static IntrinsicTests of(
      Optional<Path> analogies, Optional<Path> pairs, Optional<Path> groups) {
    return new IntrinsicTests(
        read(analogies, "analogies.tsv", new AnalogyParser()),
        read(pairs, "similarity.tsv", IntrinsicTests::pair),
        read(groups, "outliers.tsv", IntrinsicTests::group));
  }

  private interface LineParser<T> {
    Optional<T> parse(String line, String where);
  }

  private static <T> List<T> read(Optional<Path> file, String shipped, LineParser<T> parser) {
    String name = file.map(Path::toString).orElse(shipped);
    try (InputStream in =
            file.isPresent()
                ? Files.newInputStream(file.get())
                : IntrinsicTests.class.getResourceAsStream(shipped);
        Utf8Lines lines = new Utf8Lines(in, name)) {
      List<T> read = new ArrayList<>();
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().isBlank() && !line.get().startsWith("#")) {
          parser.parse(line.get().strip(), lines.where()).ifPresent(read::add);
        }
      }
      if (read.isEmpty()) {
        throw new UserException(name + ": holds nothing to test with");
      }
      return read;
    } catch (NoSuchFileException e) {
      throw new UserException(name + ": no such file", e);
    } catch (IOException | UncheckedIOException e) {
      throw new UserException(name + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** Remembers the category that a line with a colon began. */
  private static final class AnalogyParser implements LineParser<Analogy> {
    private String category = "";

    @Override
    public Optional<Analogy> parse(String line, String where) {
      if (line.startsWith(":")) {
        category = line.substring(1).strip();
        return Optional.empty();
      }
      String[] fields = line.split(line.contains("\t") ? "\t" : " +", -1);
      if (fields.length != 4 && fields.length != 5) {
        throw new UserException(
            where + ": expected a category and four words, tab-separated, but was '" + line + "'");
      }
      int first = fields.length - 4;
      return Optional.of(
          new Analogy(
              first == 1 ? fields[0] : category,
              Word.of(fields[first], where),
              Word.of(fields[first + 1], where),
              Word.of(fields[first + 2], where),
              Word.of(fields[first + 3], where)));
    }
  }

  private static Optional<WordPair> pair(String line, String where) {
    String[] fields = line.split("\t", -1);
    try {
      if (fields.length < 3) {
        throw new NumberFormatException();
      }
      double rating = Double.parseDouble(fields[2]);
      return Optional.of(
          new WordPair(Word.of(fields[0], where), Word.of(fields[1], where), rating));
    } catch (NumberFormatException e) {
      throw new UserException(
          where + ": expected two words and a number, tab-separated, but was '" + line + "'", e);
    } catch (UserException e) {
      throw at(where, e);
    }
  }

  private static Optional<OutlierGroup> group(String line, String where) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 3) {
      throw new UserException(
          where + ": expected topic, words and outliers, tab-separated, but was '" + line + "'");
    }
    try {
      return Optional.of(
          new OutlierGroup(fields[0], words(fields[1], where), words(fields[2], where)));
    } catch (UserException e) {
      throw at(where, e);
    }
  }

  private static List<Word> words(String joined, String where) {
    return joined.isBlank()
        ? List.of()
        : Arrays.stream(joined.strip().split(" +", -1)).map(word -> Word.of(word, where)).toList();
  }

  private static UserException at(String where, UserException e) {
    return e.getMessage().startsWith(where)
        ? e
        : new UserException(where + ": " + e.getMessage(), e);
  }
}
