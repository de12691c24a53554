package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a task's figures may plausibly be on other articles.
 *
 * @param ece of the expected calibration error, which is biased upwards the more the fewer
 *     decisions there are
 * @param f1 label id → interval of its F1, in the task's order
 */
public record TaskIntervals(
    Interval accuracy, Interval macroF1, Interval ece, Map<String, Interval> f1) {
  public TaskIntervals {
    f1 = Collections.unmodifiableMap(new LinkedHashMap<>(f1));
  }

  public static TaskIntervals of(Task task, List<Outcome> outcomes, ArticleBootstrap bootstrap) {
    Map<String, Interval> f1 = new LinkedHashMap<>();
    for (String label : task.labelIds()) {
      f1.put(label, bootstrap.interval(task, outcomes, counts -> counts.labels().get(label).f1()));
    }
    return new TaskIntervals(
        bootstrap.interval(task, outcomes, LabelCounts::accuracy),
        bootstrap.interval(task, outcomes, LabelCounts::macroF1),
        ece(task, outcomes, bootstrap),
        f1);
  }

  /** The interval of the expected calibration error. */
  public static Interval ece(Task task, List<Outcome> outcomes, ArticleBootstrap bootstrap) {
    Map<String, List<Outcome>> articles =
        outcomes.stream().collect(Collectors.groupingBy(Outcome::articleId));
    List<Map.Entry<String, List<Scored>>> scored = new ArrayList<>();
    articles.forEach((id, members) -> scored.add(Map.entry(id, Scored.of(task, members))));
    return bootstrap.interval(
        scored,
        Map.Entry::getKey,
        sample ->
            CalibrationScores.ofScored(
                    task, sample.stream().flatMap(article -> article.getValue().stream()).toList())
                .expectedCalibrationError());
  }
}
