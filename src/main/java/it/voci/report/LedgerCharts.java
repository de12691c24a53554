package it.voci.report;

import static it.voci.report.EvaluationCharts.AXES;
import static it.voci.report.EvaluationCharts.FIGURES;
import static it.voci.report.EvaluationCharts.ROW;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import it.voci.corpus.Task;
import it.voci.evaluation.Interval;
import it.voci.evaluation.Ledger;
import it.voci.evaluation.Ledger.Part;
import it.voci.evaluation.Ledger.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The charts of a ledger; shares are of words. The key of a task's colours stands in the page. */
final class LedgerCharts {
  private static final int COLOURS = 8;

  /** More columns leave no room for figures. */
  private static final int MOST_FIGURES = 8;

  /** More rows make a chart nobody reads; the table has them all. */
  private static final int MOST_PARTS = 40;

  private static final String TIME =
      """
      {"grid": {"left": 8, "right": 16, "top": 12, "bottom": 8, "containLabel": true},
       "tooltip": {"trigger": "axis", "axisPointer": {"type": "shadow"}, "confine": true},
       "xAxis": {"type": "category", "axisTick": {"show": false}},
       "yAxis": {"type": "value", "min": 0, "max": 1}, "series": []}
      """;

  private LedgerCharts() {}

  /** The CSS variable of a label's colour. */
  static String colour(int label) {
    return "--c" + (label % COLOURS + 1);
  }

  /** Shares over time: stacked where they add up to 1, otherwise a heat map. */
  static HtmlChart overTime(Task task, Ledger ledger) {
    if (!task.isSingle()) {
      return heatMap(task, ledger, "Shares of words over time; a paragraph may be about several");
    }
    JsonObject options = EvaluationCharts.parse(TIME);
    options.getAsJsonObject("xAxis").add("data", EvaluationCharts.strings(names(ledger)));
    options.add("series", stacked(task, ledger));
    return new HtmlChart(
        "Shares of words over time", 300, options, FIGURES, LedgerTables.task(ledger, task));
  }

  /** The parts side by side. */
  static HtmlChart sideBySide(Task task, Ledger all, String names) {
    Ledger ledger = all.first(MOST_PARTS);
    String title =
        names
            + (ledger.parts().size() < all.parts().size() ? ", the first " + MOST_PARTS : "")
            + ", shares of words";
    if (!task.isSingle()) {
      return heatMap(task, ledger, title);
    }
    JsonObject options = EvaluationCharts.rows(names(ledger));
    options.getAsJsonObject("grid").addProperty("top", 8);
    options.remove("legend");
    options.add("series", stacked(task, ledger));
    return new HtmlChart(
        title,
        AXES - 24 + ROW * ledger.parts().size(),
        EvaluationCharts.responsive(options, EvaluationCharts.NARROW_ROWS),
        FIGURES,
        LedgerTables.task(all, task));
  }

  private static JsonArray stacked(Task task, Ledger ledger) {
    JsonArray series = new JsonArray();
    for (int label = 0; label < task.labels().size(); label++) {
      String id = task.labels().get(label).id();
      JsonObject bars =
          EvaluationCharts.series(
              """
              {"type": "bar", "stack": "all", "barMaxWidth": 46, "barCategoryGap": "16%"}
              """,
              ledger.parts().stream().map(part -> rounded(words(part, task, id).share())));
      bars.addProperty("name", TerminalText.harmless(task.labels().get(label).en()));
      JsonObject style = new JsonObject();
      style.addProperty("color", colour(label));
      style.addProperty("borderColor", "--paper");
      style.addProperty("borderWidth", 0.5);
      bars.add("itemStyle", style);
      series.add(bars);
    }
    return series;
  }

  private static HtmlChart heatMap(Task task, Ledger ledger, String caption) {
    List<List<Double>> shares = new ArrayList<>();
    for (String label : task.labelIds()) {
      shares.add(ledger.parts().stream().map(part -> words(part, task, label).share()).toList());
    }
    return heat(
        EvaluationCharts.names(task),
        names(ledger),
        shares,
        caption + ": the deeper the colour, the larger the share.",
        LedgerTables.task(ledger, task));
  }

  /** The first two single tasks at once, of all articles. */
  static HtmlChart crossing(Ledger ledger, Ledger.Crossing crossing) {
    Task rows = ledger.task(crossing.rows());
    Task columns = ledger.task(crossing.columns());
    List<List<Double>> shares =
        rows.labelIds().stream()
            .map(row -> crossing.words().cells().get(row))
            .map(cells -> cells.values().stream().map(Share::share).toList())
            .toList();
    return heat(
        EvaluationCharts.names(rows),
        EvaluationCharts.names(columns),
        shares,
        "Shares of all words, in percent: the deeper the colour, the larger the share.",
        LedgerTables.crossing(ledger, rows, columns));
  }

  private static HtmlChart heat(
      List<String> rows,
      List<String> columns,
      List<List<Double>> shares,
      String caption,
      MarkdownTable table) {
    JsonObject options = EvaluationCharts.parse(EvaluationCharts.CONFUSION);
    options.getAsJsonObject("xAxis").add("data", EvaluationCharts.strings(columns));
    options.getAsJsonObject("yAxis").add("data", EvaluationCharts.strings(rows));
    JsonArray cells = new JsonArray();
    double most = 0.01;
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        double share = shares.get(row).get(column);
        JsonArray cell = new JsonArray();
        cell.add(column);
        cell.add(row);
        cell.add(share);
        cell.add(LedgerTables.percent(share));
        cells.add(cell);
        most = Math.max(most, share);
      }
    }
    options.getAsJsonObject("visualMap").addProperty("max", most);
    JsonObject series = options.getAsJsonArray("series").get(0).getAsJsonObject();
    series.add("data", cells);
    if (columns.size() > MOST_FIGURES) {
      series.getAsJsonObject("label").addProperty("show", false);
      options
          .getAsJsonObject("xAxis")
          .getAsJsonObject("axisLabel")
          .addProperty("interval", columns.size() / MOST_FIGURES);
    }
    return new HtmlChart(
        caption,
        AXES + 60 + ROW * rows.size(),
        EvaluationCharts.responsive(options, EvaluationCharts.NARROW_CONFUSION),
        FIGURES,
        table);
  }

  /** Labels of all articles with their intervals and, where they are known, adjusted. */
  static HtmlChart labels(Task task, Ledger ledger) {
    List<Share> shares =
        task.labelIds().stream().map(label -> words(ledger.all(), task, label)).toList();
    String interval = "share of words, 95 % interval";
    JsonObject options = rows(EvaluationCharts.names(task), interval, shares);
    List<Optional<Interval>> adjusted = shares.stream().map(Share::adjusted).toList();
    if (adjusted.stream().allMatch(Optional::isPresent)) {
      JsonObject points =
          EvaluationCharts.series(
              """
              {"name": "adjusted", "type": "scatter", "symbol": "diamond", "symbolSize": 11,
               "itemStyle": {"color": "--c2"}}
              """,
              adjusted.stream().map(i -> rounded(i.orElseThrow().estimate())));
      options.getAsJsonArray("series").add(points);
      EvaluationCharts.legend(options, interval, "adjusted");
    }
    return new HtmlChart(
        "All articles together",
        AXES + ROW * shares.size(),
        EvaluationCharts.responsive(options, EvaluationCharts.NARROW_ROWS),
        FIGURES,
        LedgerTables.task(ledger.first(0), task));
  }

  static HtmlChart speakers(Ledger.Speakers speakers) {
    List<String> names =
        speakers.first().stream()
            .map(speaker -> speaker.name() + " (" + speaker.side().replace('_', ' ') + ")")
            .toList();
    JsonObject options =
        rows(
            names,
            "share of all words, 95 % interval",
            speakers.first().stream().map(Ledger.Speaker::words).toList());
    return new HtmlChart(
        "Those with most words of speech, quoted or reported",
        AXES + 24 * names.size(),
        EvaluationCharts.responsive(options, EvaluationCharts.NARROW_ROWS),
        FIGURES,
        LedgerTables.speakers(speakers));
  }

  private static JsonObject rows(List<String> names, String name, List<Share> shares) {
    JsonObject options = EvaluationCharts.rows(names);
    options.getAsJsonObject("xAxis").addProperty("max", end(shares));
    JsonObject bars =
        EvaluationCharts.series(
            """
            {"type": "bar", "barMaxWidth": 16, "itemStyle": {"color": "--c1", "opacity": 0.55}}
            """,
            shares.stream().map(share -> rounded(share.share())));
    bars.addProperty("name", name);
    if (shares.stream().allMatch(share -> share.interval().isPresent())) {
      bars.add(
          "markLine",
          EvaluationCharts.whiskers(
              shares.stream().flatMap(share -> share.interval().stream()).toList()));
    }
    JsonArray series = new JsonArray();
    series.add(bars);
    options.add("series", series);
    EvaluationCharts.legend(options, name);
    return options;
  }

  /** Where the axis ends, so that every interval is within. */
  private static double end(List<Share> shares) {
    double most =
        shares.stream()
            .flatMap(
                share ->
                    Stream.concat(
                        Stream.of(share.share()),
                        Stream.concat(
                            share.interval().map(Interval::high).stream(),
                            share.adjusted().map(Interval::estimate).stream())))
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(1);
    return BigDecimal.valueOf(most)
        .setScale(most < 0.1 ? 2 : 1, RoundingMode.UP)
        .min(BigDecimal.ONE)
        .doubleValue();
  }

  private static Share words(Part part, Task task, String label) {
    Map<String, Share> labels = part.task(task.id()).words().labels();
    return labels.get(label);
  }

  private static List<String> names(Ledger ledger) {
    return ledger.parts().stream().map(LedgerTables::name).toList();
  }

  /** As many digits as a reader wants to see. */
  private static double rounded(double share) {
    return BigDecimal.valueOf(share).setScale(3, RoundingMode.HALF_EVEN).doubleValue();
  }
}
