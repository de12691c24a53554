package it.voci.embedding;

import it.voci.embedding.IntrinsicTests.Analogy;
import it.voci.embedding.IntrinsicTests.OutlierGroup;
import it.voci.embedding.IntrinsicTests.Word;
import it.voci.embedding.IntrinsicTests.WordPair;
import it.voci.embedding.WordVectors.Neighbour;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * How word vectors do on {@link IntrinsicTests}. A test is covered where all its words have
 * vectors; what is not covered is not scored, so scores of different vectors compare only beside
 * their coverage.
 *
 * @param words how many the vectors have
 * @param candidates analogies are asked and answered with so many of the first words
 * @param categories analogies, by category in the order of the tests
 */
public record IntrinsicEvaluation(
    int words,
    int dimension,
    int candidates,
    List<Category> categories,
    Similarity similarity,
    Outliers outliers) {
  private static final int RESAMPLES = 1000;
  private static final double TAIL = 2.5;

  /** Answers looked at, so that some are left when a word of the question is met in other case. */
  private static final int ANSWERS = 10;

  /**
   * Analogies of one category, answered by 3CosAdd (Mikolov et al. 2013).
   *
   * @param covered questions whose words are all among the candidates
   * @param correct questions whose nearest word is the answer, case aside
   */
  public record Category(String name, int questions, int covered, int correct) {
    /** Share of the covered questions that are answered, empty where there are none. */
    public OptionalDouble accuracy() {
      return share(correct, covered);
    }

    /** Share of all questions that are answered, empty where there are none. */
    public OptionalDouble accuracyOfAll() {
      return share(correct, questions);
    }
  }

  /**
   * Cosines against ratings.
   *
   * @param spearman empty where fewer than three pairs are covered or either side does not vary
   */
  public record Similarity(int pairs, int covered, Optional<Correlation> spearman) {}

  /**
   * A rank correlation with its 95 % percentile interval by bootstrap over pairs.
   *
   * @param estimate in [-1, 1]
   */
  public record Correlation(double estimate, double low, double high) {}

  /**
   * Outlier detection (Camacho-Collados and Navigli 2016): each outlier is put among the members of
   * its group, and should be the word that is least like the others, by mean cosine.
   *
   * @param cases pairs of a group and one of its outliers
   * @param detected covered cases in which every member is more like the others than the outlier
   * @param positions sum over covered cases of the share of members that are
   */
  public record Outliers(int cases, int covered, int detected, double positions) {
    /** Share of the covered cases in which the outlier is found, empty where there are none. */
    public OptionalDouble accuracy() {
      return share(detected, covered);
    }

    /**
     * Outlier position percentage as a share in [0, 1]: 1 where every outlier comes last, about a
     * half by chance; empty where no case is covered.
     */
    public OptionalDouble positionPercentage() {
      return share(positions, covered);
    }
  }

  public IntrinsicEvaluation {
    categories = List.copyOf(categories);
  }

  private static OptionalDouble share(double part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
  }

  /**
   * Runs all tests.
   *
   * @param top how many of the first words analogies are asked and answered with
   * @param seed of the bootstrap
   */
  public static IntrinsicEvaluation of(
      WordVectors vectors, IntrinsicTests tests, int top, long seed) {
    int candidates = Math.min(top, vectors.size());
    return new IntrinsicEvaluation(
        vectors.size(),
        vectors.dimension(),
        candidates,
        categories(vectors, tests.analogies(), candidates),
        similarity(vectors, tests.pairs(), seed),
        outliers(vectors, tests.groups()));
  }

  /** All analogies together. */
  public Category analogies() {
    return new Category(
        "all",
        categories.stream().mapToInt(Category::questions).sum(),
        categories.stream().mapToInt(Category::covered).sum(),
        categories.stream().mapToInt(Category::correct).sum());
  }

  /** The row of the first spelling that has one below {@code limit}, or -1. */
  private static int row(WordVectors vectors, Word word, int limit) {
    return word.spellings().stream()
        .mapToInt(vectors::indexOfAnyCase)
        .filter(row -> row >= 0 && row < limit)
        .findFirst()
        .orElse(-1);
  }

  private static List<Category> categories(
      WordVectors vectors, List<Analogy> analogies, int candidates) {
    List<Analogy> covered = new ArrayList<>();
    List<NeighbourSearch.Query> queries = new ArrayList<>();
    for (Analogy analogy : analogies) {
      int a = row(vectors, analogy.a(), candidates);
      int b = row(vectors, analogy.b(), candidates);
      int c = row(vectors, analogy.c(), candidates);
      if (Math.min(Math.min(a, b), Math.min(c, row(vectors, analogy.d(), candidates))) >= 0) {
        covered.add(analogy);
        queries.add(vectors.analogy(a, b, c));
      }
    }
    List<List<Neighbour>> answers = vectors.nearest(queries, ANSWERS, candidates);
    Map<String, Category> categories = new LinkedHashMap<>();
    analogies.forEach(analogy -> add(categories, analogy, 1, 0, 0));
    for (int i = 0; i < covered.size(); i++) {
      add(categories, covered.get(i), 0, 1, isCorrect(covered.get(i), answers.get(i)) ? 1 : 0);
    }
    return List.copyOf(categories.values());
  }

  private static void add(
      Map<String, Category> categories, Analogy analogy, int questions, int covered, int correct) {
    categories.merge(
        analogy.category(),
        new Category(analogy.category(), questions, covered, correct),
        (one, two) ->
            new Category(
                one.name(),
                one.questions() + two.questions(),
                one.covered() + two.covered(),
                one.correct() + two.correct()));
  }

  private static boolean isCorrect(Analogy analogy, List<Neighbour> answers) {
    List<String> asked =
        Stream.of(analogy.a(), analogy.b(), analogy.c())
            .flatMap(IntrinsicEvaluation::keys)
            .toList();
    List<String> right = keys(analogy.d()).toList();
    return answers.stream()
        .map(answer -> key(answer.word()))
        .filter(word -> !asked.contains(word))
        .findFirst()
        .map(right::contains)
        .orElse(false);
  }

  private static Stream<String> keys(Word word) {
    return word.spellings().stream().map(IntrinsicEvaluation::key);
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static Similarity similarity(WordVectors vectors, List<WordPair> pairs, long seed) {
    List<double[]> covered = new ArrayList<>();
    for (WordPair pair : pairs) {
      int first = row(vectors, pair.first(), vectors.size());
      int second = row(vectors, pair.second(), vectors.size());
      if (first >= 0 && second >= 0) {
        covered.add(
            new double[] {
              pair.rating(),
              NeighbourSearch.dot(vectors.direction(first), vectors.direction(second))
            });
      }
    }
    return new Similarity(pairs.size(), covered.size(), correlation(covered, seed));
  }

  private static Optional<Correlation> correlation(List<double[]> pairs, long seed) {
    double estimate = spearman(pairs);
    if (Double.isNaN(estimate)) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      List<double[]> sample = new ArrayList<>(pairs.size());
      for (int i = 0; i < pairs.size(); i++) {
        sample.add(pairs.get(random.nextInt(pairs.size())));
      }
      values[r] = spearman(sample);
    }
    // Resamples without variation are NaN, which Percentile leaves out.
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(values);
    return Optional.of(
        new Correlation(estimate, percentile.evaluate(TAIL), percentile.evaluate(100 - TAIL)));
  }

  private static double spearman(List<double[]> pairs) {
    if (pairs.size() < 3) {
      return Double.NaN;
    }
    return new SpearmansCorrelation()
        .correlation(
            pairs.stream().mapToDouble(pair -> pair[0]).toArray(),
            pairs.stream().mapToDouble(pair -> pair[1]).toArray());
  }

  private static Outliers outliers(WordVectors vectors, List<OutlierGroup> groups) {
    int cases = 0;
    int covered = 0;
    int detected = 0;
    double positions = 0;
    for (OutlierGroup group : groups) {
      List<float[]> members = directions(vectors, group.members());
      cases += group.outliers().size();
      if (members.size() < group.members().size()) {
        continue;
      }
      for (float[] outlier : directions(vectors, group.outliers())) {
        double position = position(members, outlier);
        covered++;
        detected += position == 1 ? 1 : 0;
        positions += position;
      }
    }
    return new Outliers(cases, covered, detected, positions);
  }

  /** Of those words that have a vector. */
  private static List<float[]> directions(WordVectors vectors, List<Word> words) {
    return words.stream()
        .mapToInt(word -> row(vectors, word, vectors.size()))
        .filter(row -> row >= 0)
        .mapToObj(vectors::direction)
        .toList();
  }

  /** The share of members that are more like the other words than the outlier is. */
  private static double position(List<float[]> members, float[] outlier) {
    double[] likeness = new double[members.size()];
    double ofOutlier = 0;
    for (int i = 0; i < likeness.length; i++) {
      double toOutlier = NeighbourSearch.dot(members.get(i), outlier);
      ofOutlier += toOutlier;
      likeness[i] += toOutlier;
      for (int j = 0; j < i; j++) {
        double between = NeighbourSearch.dot(members.get(i), members.get(j));
        likeness[i] += between;
        likeness[j] += between;
      }
    }
    int before = 0;
    for (double member : likeness) {
      before += member > ofOutlier ? 1 : 0;
    }
    return before / (double) likeness.length;
  }
}
