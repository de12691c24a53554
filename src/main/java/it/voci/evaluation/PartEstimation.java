package it.voci.evaluation;

import it.voci.corpus.Task;
import it.voci.evaluation.Ledger.Cells;
import it.voci.evaluation.Ledger.Crossing;
import it.voci.evaluation.Ledger.Measure;
import it.voci.evaluation.Ledger.Share;
import it.voci.evaluation.Ledger.TaskShares;
import it.voci.evaluation.TallyLayout.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Makes the parts of a ledger of articles' counts. */
final class PartEstimation {
  /** Counts of an article: those of the layout, then the words of the speakers listed. */
  private static final class Row {
    private final String article;
    private final long[] counts;

    Row(String article, long[] counts) {
      this.article = article;
      this.counts = counts;
    }
  }

  /** A share: the positions of what has it and of what it is a share of. */
  private record Figure(int count, int of) {}

  private final TallyLayout layout;
  private final LedgerSettings settings;
  private final Corrections corrections;

  PartEstimation(TallyLayout layout, LedgerSettings settings, Corrections corrections) {
    this.layout = layout;
    this.settings = settings;
    this.corrections = corrections;
  }

  Ledger.Part part(Optional<String> value, List<ArticleTally> articles) {
    Map<String, Map<String, Long>> sides = new HashMap<>();
    Map<String, Integer> occurrences = new HashMap<>();
    for (ArticleTally article : articles) {
      article
          .speakers()
          .forEach(
              (name, words) -> {
                Map<String, Long> sum = sides.computeIfAbsent(name, n -> new HashMap<>());
                words.forEach((side, count) -> sum.merge(side, count, Long::sum));
                occurrences.merge(name, 1, Integer::sum);
              });
    }
    List<String> first =
        sides.keySet().stream()
            .sorted(
                Comparator.comparing((String name) -> -total(sides.get(name)))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(settings.speakers())
            .toList();
    Estimates estimates = estimates(articles, first);
    List<Ledger.Speaker> speakers = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      String name = first.get(i);
      speakers.add(
          new Ledger.Speaker(
              name,
              mostly(sides.get(name)),
              occurrences.get(name),
              estimates.share(layout.size() + i, layout.total(Unit.WORDS))));
    }
    long spoken = articles.stream().mapToLong(ArticleTally::spoken).sum();
    return new Ledger.Part(
        value,
        articles.size(),
        estimates.sum[layout.total(Unit.PARAGRAPHS)],
        estimates.sum[layout.total(Unit.WORDS)],
        tasks(estimates),
        crossing(estimates),
        new Ledger.Speakers(
            spoken,
            Ratio.of((double) spoken, (double) estimates.sum[layout.total(Unit.WORDS)]),
            articles.stream().mapToLong(ArticleTally::unnamed).sum(),
            sides.size(),
            speakers));
  }

  private static long total(Map<String, Long> sides) {
    return sides.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String mostly(Map<String, Long> sides) {
    return sides.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  private Map<String, TaskShares> tasks(Estimates estimates) {
    Map<String, TaskShares> tasks = new LinkedHashMap<>();
    for (int t = 0; t < layout.tasks().size(); t++) {
      tasks.put(
          layout.tasks().get(t).id(),
          new TaskShares(
              measure(Unit.PARAGRAPHS, t, estimates), measure(Unit.WORDS, t, estimates)));
    }
    return tasks;
  }

  private Measure measure(Unit unit, int task, Estimates estimates) {
    Map<String, Share> labels = new LinkedHashMap<>();
    List<String> ids = layout.tasks().get(task).labelIds();
    for (int label = 0; label < ids.size(); label++) {
      labels.put(
          ids.get(label),
          estimates.share(layout.label(unit, task, label), layout.answered(unit, task)));
    }
    return new Measure(
        estimates.sum[layout.answered(unit, task)],
        estimates.sum[layout.abstained(unit, task)],
        labels);
  }

  private Optional<Crossing> crossing(Estimates estimates) {
    if (!layout.isCrossed()) {
      return Optional.empty();
    }
    Task rows = layout.tasks().get(layout.crossed()[0]);
    Task columns = layout.tasks().get(layout.crossed()[1]);
    return Optional.of(
        new Crossing(
            rows.id(),
            columns.id(),
            cells(Unit.PARAGRAPHS, rows, columns, estimates),
            cells(Unit.WORDS, rows, columns, estimates)));
  }

  private Cells cells(Unit unit, Task rows, Task columns, Estimates estimates) {
    int answered = layout.crossedAnswered(unit);
    Map<String, Map<String, Share>> cells = new LinkedHashMap<>();
    for (int row = 0; row < rows.labels().size(); row++) {
      Map<String, Share> line = new LinkedHashMap<>();
      for (int column = 0; column < columns.labels().size(); column++) {
        line.put(
            columns.labels().get(column).id(),
            estimates.share(layout.cell(unit, row, column), answered));
      }
      cells.put(rows.labels().get(row).id(), line);
    }
    return new Cells(estimates.sum[answered], cells);
  }

  private List<Figure> figures(int speakers) {
    List<Figure> figures = new ArrayList<>();
    for (Unit unit : Unit.values()) {
      for (int t = 0; t < layout.tasks().size(); t++) {
        for (int label = 0; label < layout.tasks().get(t).labels().size(); label++) {
          figures.add(new Figure(layout.label(unit, t, label), layout.answered(unit, t)));
        }
      }
      if (layout.isCrossed()) {
        int cells =
            layout.tasks().get(layout.crossed()[0]).labels().size()
                * layout.tasks().get(layout.crossed()[1]).labels().size();
        for (int cell = 0; cell < cells; cell++) {
          figures.add(new Figure(layout.cell(unit, 0, cell), layout.crossedAnswered(unit)));
        }
      }
    }
    for (int speaker = 0; speaker < speakers; speaker++) {
      figures.add(new Figure(layout.size() + speaker, layout.total(Unit.WORDS)));
    }
    return figures;
  }

  private Estimates estimates(List<ArticleTally> articles, List<String> speakers) {
    int size = layout.size() + speakers.size();
    List<Row> rows = new ArrayList<>();
    for (ArticleTally article : articles) {
      long[] counts = Arrays.copyOf(article.counts(), size);
      for (int i = 0; i < speakers.size(); i++) {
        counts[layout.size() + i] = article.words(speakers.get(i));
      }
      rows.add(new Row(article.article(), counts));
    }
    Estimates estimates = new Estimates(sum(rows, size));
    if (rows.size() < 2) {
      return estimates; // there is nothing to resample
    }
    List<Figure> figures = figures(speakers.size());
    List<Integer> positions = corrections.positions();
    Map<String, ToDoubleFunction<double[]>> statistics = new HashMap<>();
    for (int i = 0; i < figures.size() + positions.size(); i++) {
      int own = i;
      statistics.put(Integer.toString(i), all -> all[own]);
    }
    int[] call = {0}; // the articles as they are come first, then every resample in order
    Map<String, Interval> intervals =
        settings
            .bootstrap()
            .intervals(
                rows,
                row -> row.article,
                sample -> shares(sum(sample, size), figures, call[0]++),
                statistics);
    for (int f = 0; f < figures.size(); f++) {
      estimates.intervals.put(figures.get(f).count(), intervals.get(Integer.toString(f)));
    }
    for (int i = 0; i < positions.size(); i++) {
      estimates.adjusted.put(positions.get(i), intervals.get(Integer.toString(figures.size() + i)));
    }
    return estimates;
  }

  /** The figures, then the corrected shares. */
  private double[] shares(long[] counts, List<Figure> figures, int resample) {
    double[] corrected = corrections.apply(counts, resample);
    double[] all = new double[figures.size() + corrected.length];
    for (int f = 0; f < figures.size(); f++) {
      Figure figure = figures.get(f);
      all[f] = counts[figure.count()] / (double) counts[figure.of()];
    }
    System.arraycopy(corrected, 0, all, figures.size(), corrected.length);
    return all;
  }

  private static long[] sum(List<Row> rows, int size) {
    long[] sum = new long[size];
    for (Row row : rows) {
      for (int i = 0; i < size; i++) {
        sum[i] += row.counts[i];
      }
    }
    return sum;
  }

  /** The counts of all articles and, by their positions, the intervals of their shares. */
  private static final class Estimates {
    private final long[] sum;
    private final Map<Integer, Interval> intervals = new HashMap<>();
    private final Map<Integer, Interval> adjusted = new HashMap<>();

    Estimates(long[] sum) {
      this.sum = sum;
    }

    Share share(int count, int of) {
      return new Share(
          sum[count],
          Ratio.of((double) sum[count], (double) sum[of]),
          known(intervals.get(count)),
          known(adjusted.get(count)));
    }

    /** Empty where there was nothing to measure on. */
    private static Optional<Interval> known(Interval interval) {
      return Optional.ofNullable(interval).filter(i -> !Double.isNaN(i.estimate()));
    }
  }
}
