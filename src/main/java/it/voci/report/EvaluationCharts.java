package it.voci.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import it.voci.corpus.Label;
import it.voci.corpus.Task;
import it.voci.evaluation.BehaviourScore;
import it.voci.evaluation.CalibrationScores;
import it.voci.evaluation.ConfusionMatrix;
import it.voci.evaluation.CoverageCurve;
import it.voci.evaluation.Interval;
import it.voci.evaluation.Slice;
import it.voci.evaluation.TaskEvaluation;
import it.voci.evaluation.TaskIntervals;
import java.util.List;
import java.util.stream.Stream;

/** The charts of an evaluation; each has its figures in a table beside it. */
final class EvaluationCharts {
  static final String FIGURES = "The figures";
  static final int ROW = 34;
  private static final int LOW_ROW = 20;
  static final int AXES = 70;

  /** Shares from the left to the right, one row a name. */
  private static final String ROWS =
      """
      {"grid": {"left": 216, "right": 24, "top": 30, "bottom": 28},
       "legend": {"top": 0, "itemWidth": 14, "itemHeight": 10, "data": []},
       "tooltip": {"trigger": "axis", "axisPointer": {"type": "shadow"}, "confine": true},
       "xAxis": {"type": "value", "min": 0, "max": 1},
       "yAxis": {"type": "category", "inverse": true, "axisTick": {"show": false},
                 "axisLabel": {"width": 204, "overflow": "truncate", "interval": 0}}}
      """;

  static final String CONFUSION =
      """
      {"grid": {"left": 150, "right": 16, "top": 120, "bottom": 8},
       "tooltip": {"show": false},
       "visualMap": {"show": false, "dimension": 2, "min": 0, "max": 1,
                     "inRange": {"color": ["--heat0", "--heat1"]}},
       "xAxis": {"type": "category", "position": "top", "axisTick": {"show": false},
                 "axisLabel": {"rotate": 45, "interval": 0, "width": 130, "overflow": "truncate"}},
       "yAxis": {"type": "category", "inverse": true, "axisTick": {"show": false},
                 "axisLabel": {"interval": 0, "width": 138, "overflow": "truncate"}},
       "series": [{"type": "heatmap",
                   "itemStyle": {"borderColor": "--line", "borderWidth": 1},
                   "label": {"show": true, "color": "--ink", "formatter": "{@[3]}"},
                   "emphasis": {"disabled": true}}]}
      """;

  /** What differs on a telephone. */
  static final String NARROW_CONFUSION =
      """
      {"grid": {"left": 118, "right": 4, "top": 126},
       "xAxis": {"axisLabel": {"rotate": 90, "width": 118, "fontSize": 11}},
       "yAxis": {"axisLabel": {"width": 112, "fontSize": 11}}}
      """;

  static final String NARROW_ROWS =
      """
      {"grid": {"left": 130, "right": 14},
       "yAxis": {"axisLabel": {"width": 124, "fontSize": 11}}}
      """;

  private static final int NARROW = 500;

  private static final String CURVE =
      """
      {"grid": {"left": 8, "right": 24, "top": 34, "bottom": 30, "containLabel": true},
       "legend": {"top": 0, "itemWidth": 18},
       "tooltip": {"trigger": "item", "confine": true},
       "xAxis": {"type": "value", "min": 0, "max": 1, "nameLocation": "middle", "nameGap": 28},
       "yAxis": {"type": "value", "min": 0, "max": 1},
       "series": []}
      """;

  private EvaluationCharts() {}

  /** F1 of a task's labels with intervals, precision and recall. */
  static HtmlChart labels(TaskEvaluation task, TaskIntervals intervals) {
    List<String> ids = task.task().labelIds();
    JsonObject options = rows(names(task.task()));
    JsonArray series = new JsonArray();
    JsonObject bars =
        series(
            """
            {"name": "F1, 95 % interval", "type": "bar", "barMaxWidth": 16,
             "itemStyle": {"color": "--c1", "opacity": 0.55}}
            """,
            ids.stream().map(id -> task.labels().get(id).f1()));
    bars.add("markLine", whiskers(ids.stream().map(intervals.f1()::get).toList()));
    series.add(bars);
    series.add(
        series(
            """
            {"name": "precision", "type": "scatter", "symbol": "triangle", "symbolSize": 10,
             "itemStyle": {"color": "--c2"}}
            """,
            ids.stream().map(id -> task.labels().get(id).precision())));
    series.add(
        series(
            """
            {"name": "recall", "type": "scatter", "symbol": "circle", "symbolSize": 9,
             "itemStyle": {"color": "--c3"}}
            """,
            ids.stream().map(id -> task.labels().get(id).recall())));
    options.add("series", series);
    legend(options, "F1, 95 % interval", "precision", "recall");
    return new HtmlChart(
        "Label by label: precision is how many of those called so are right, recall how many of"
            + " those that are so were found, F1 a mean of both.",
        AXES + ROW * ids.size(),
        responsive(options, NARROW_ROWS),
        FIGURES,
        EvaluationTables.labels(task.labels(), intervals));
  }

  /** What was taken for what. */
  static HtmlChart confusion(Task task, ConfusionMatrix matrix) {
    List<String> names = names(task);
    JsonObject options = parse(CONFUSION);
    options.getAsJsonObject("xAxis").add("data", strings(names));
    options.getAsJsonObject("yAxis").add("data", strings(names));
    JsonArray cells = new JsonArray();
    List<List<Double>> shares = matrix.shares();
    for (int truth = 0; truth < names.size(); truth++) {
      for (int predicted = 0; predicted < names.size(); predicted++) {
        JsonArray cell = new JsonArray();
        cell.add(predicted);
        cell.add(truth);
        cell.add(shares.get(truth).get(predicted));
        cell.add(matrix.rows().get(truth).get(predicted));
        cells.add(cell);
      }
    }
    options.getAsJsonArray("series").get(0).getAsJsonObject().add("data", cells);
    return new HtmlChart(
        "What was taken for what, in paragraphs: rows are the truth, columns what was predicted;"
            + " the deeper the colour, the larger the share of the row. Off the diagonal are"
            + " errors.",
        AXES + 60 + ROW * names.size(),
        responsive(options, NARROW_CONFUSION),
        FIGURES,
        EvaluationTables.confusion(matrix));
  }

  /** Whether confidences can be taken at their word. */
  static HtmlChart reliability(CalibrationScores scores, CalibrationScores uncalibrated) {
    JsonObject options = parse(CURVE);
    options.getAsJsonObject("xAxis").addProperty("name", "confidence");
    JsonArray series = new JsonArray();
    series.add(
        parse(
            """
            {"name": "as it should be", "type": "line", "symbol": "none", "silent": true,
             "lineStyle": {"color": "--soft", "type": "dashed", "width": 1},
             "itemStyle": {"color": "--soft"}, "data": [[0, 0], [1, 1]]}
            """));
    series.add(
        points(
            """
            {"name": "before calibration", "type": "line", "symbol": "circle",
             "symbolSize": 5, "lineStyle": {"color": "--c7", "width": 1},
             "itemStyle": {"color": "--c7"}}
            """,
            uncalibrated.bins().stream().map(bin -> pair(bin.meanConfidence(), bin.accuracy()))));
    series.add(
        points(
            """
            {"name": "this model", "type": "line", "symbol": "circle", "symbolSize": 8,
             "lineStyle": {"color": "--c1", "width": 2}, "itemStyle": {"color": "--c1"}}
            """,
            scores.bins().stream().map(bin -> pair(bin.meanConfidence(), bin.accuracy()))));
    options.add("series", series);
    return new HtmlChart(
        "Do confidences mean what they say? Each point is a tenth of the answers: how sure the"
            + " model was, and the share that was right. On the dashed line the two agree; below"
            + " it the model is too sure.",
        320,
        options,
        FIGURES,
        EvaluationTables.reliability(scores));
  }

  /** What abstaining buys. */
  static HtmlChart coverage(CoverageCurve curve) {
    JsonObject options = parse(CURVE);
    options.getAsJsonObject("xAxis").addProperty("name", "share of paragraphs answered");
    options.getAsJsonObject("tooltip").addProperty("trigger", "axis");
    JsonArray series = new JsonArray();
    series.add(
        points(
            """
            {"name": "share of answers that are right", "type": "line", "showSymbol": false,
             "lineStyle": {"color": "--c1", "width": 2}, "itemStyle": {"color": "--c1"}}
            """,
            curve.points().stream().map(point -> pair(point.coverage(), point.accuracy()))));
    options.add("series", series);
    return new HtmlChart(
        "What if it may stay silent? The share of answers that are right, if only the surest are"
            + " kept. The table has the confidence to ask for with --min-confidence.",
        280,
        options,
        FIGURES,
        EvaluationTables.coverage(curve.atUsualShares()));
  }

  /** Where a task is answered better or worse. */
  static HtmlChart slices(Task task, List<Slice> slices) {
    List<Interval> scores =
        slices.stream().map(slice -> slice.tasks().get(task.id()).f1()).toList();
    JsonObject options =
        rows(
            slices.stream()
                .map(slice -> PlainWords.name(slice.value()) + " (" + slice.by() + ")")
                .toList());
    String name = task.isSingle() ? "macro-F1, 95 % interval" : "micro-F1, 95 % interval";
    JsonObject marks =
        series(
            """
            {"type": "scatter", "symbolSize": 9, "itemStyle": {"color": "--c1"}}
            """,
            scores.stream().map(Interval::estimate));
    marks.addProperty("name", name);
    marks.add("markLine", whiskers(scores));
    JsonArray series = new JsonArray();
    series.add(marks);
    options.add("series", series);
    legend(options, name);
    return new HtmlChart(
        PlainWords.name(task.id()) + ": score by kind of text",
        AXES + LOW_ROW * slices.size(),
        responsive(options, NARROW_ROWS),
        FIGURES,
        EvaluationTables.slices(task, slices));
  }

  /** Cases whose outcome is known. */
  static HtmlChart behaviour(BehaviourScore score) {
    List<BehaviourScore.Kind> kinds = score.kinds();
    JsonObject options = rows(kinds.stream().map(kind -> PlainWords.name(kind.kind())).toList());
    String name = "share of cases passed, 95 % interval";
    JsonObject bars =
        series(
            """
            {"type": "bar", "barMaxWidth": 14, "itemStyle": {"color": "--c1", "opacity": 0.55}}
            """,
            kinds.stream().map(kind -> kind.passed().rate().estimate()));
    bars.addProperty("name", name);
    bars.add("markLine", whiskers(kinds.stream().map(kind -> kind.passed().rate()).toList()));
    JsonArray series = new JsonArray();
    series.add(bars);
    options.add("series", series);
    legend(options, name);
    return new HtmlChart(
        "Small changes to a text, and whether its labels changed or stayed as they should",
        AXES + (ROW - 8) * kinds.size(),
        responsive(options, NARROW_ROWS),
        "The figures and the cases that failed",
        EvaluationTables.failures(kinds));
  }

  static JsonObject responsive(JsonObject options, String narrow) {
    JsonObject query = new JsonObject();
    query.addProperty("maxWidth", NARROW);
    JsonObject medium = new JsonObject();
    medium.add("query", query);
    medium.add("option", parse(narrow));
    JsonArray media = new JsonArray();
    media.add(medium);
    JsonObject all = new JsonObject();
    all.add("baseOption", options);
    all.add("media", media);
    return all;
  }

  static JsonObject rows(List<String> names) {
    JsonObject options = parse(ROWS);
    options.getAsJsonObject("yAxis").add("data", strings(names));
    return options;
  }

  static void legend(JsonObject options, String... names) {
    options.getAsJsonObject("legend").add("data", strings(List.of(names)));
  }

  static JsonObject series(String template, Stream<Double> values) {
    JsonObject series = parse(template);
    JsonArray data = new JsonArray();
    values.forEach(data::add);
    series.add("data", data);
    return series;
  }

  private static JsonObject points(String template, Stream<JsonArray> points) {
    JsonObject series = parse(template);
    JsonArray data = new JsonArray();
    points.forEach(data::add);
    series.add("data", data);
    return series;
  }

  /** A line from the lower to the upper bound in every row. */
  static JsonObject whiskers(List<Interval> intervals) {
    JsonObject line =
        parse(
            """
            {"silent": true, "symbol": ["none", "none"], "label": {"show": false},
             "lineStyle": {"color": "--ink", "type": "solid", "width": 1.5}}
            """);
    JsonArray data = new JsonArray();
    for (int row = 0; row < intervals.size(); row++) {
      JsonArray ends = new JsonArray();
      ends.add(end(intervals.get(row).low(), row));
      ends.add(end(intervals.get(row).high(), row));
      data.add(ends);
    }
    line.add("data", data);
    return line;
  }

  private static JsonObject end(double at, int row) {
    JsonArray place = new JsonArray();
    place.add(at);
    place.add(row);
    JsonObject end = new JsonObject();
    end.add("coord", place);
    return end;
  }

  private static JsonArray pair(double x, double y) {
    JsonArray pair = new JsonArray();
    pair.add(x);
    pair.add(y);
    return pair;
  }

  static JsonArray strings(List<String> texts) {
    JsonArray array = new JsonArray();
    // ECharts shows what stands in an SVG text as it is.
    texts.forEach(text -> array.add(TerminalText.harmless(text)));
    return array;
  }

  static List<String> names(Task task) {
    return task.labels().stream().map(Label::en).toList();
  }

  static JsonObject parse(String json) {
    return JsonParser.parseString(json).getAsJsonObject();
  }
}
