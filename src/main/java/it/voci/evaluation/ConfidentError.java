package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A wrong answer the classifier was sure of: what it learned wrongly, or a wrong gold label.
 *
 * @param gold label ids of the paragraph
 * @param predicted label ids it was given
 * @param confidence of a {@code SINGLE} task the score of the label given; of a {@code MULTI} task
 *     that of the surest wrong decision: the score of a label given wrongly, or what a missed
 *     label's score lacks to 1
 */
public record ConfidentError(
    Task task, Outcome outcome, List<String> gold, List<String> predicted, double confidence) {
  public ConfidentError {
    gold = List.copyOf(gold);
    predicted = List.copyOf(predicted);
  }

  /**
   * The errors in one task.
   *
   * @param most how many at most
   * @return surest first; equally sure ones in the order of the outcomes
   */
  public static List<ConfidentError> of(Task task, List<Outcome> outcomes, int most) {
    return outcomes.stream()
        .filter(outcome -> outcome.gold().containsKey(task.id()))
        .flatMap(
            outcome ->
                Scored.of(task, List.of(outcome)).stream()
                    .filter(scored -> !scored.isRight())
                    .map(scored -> of(task, outcome, scored)))
        .sorted(Comparator.comparingDouble(error -> -error.confidence()))
        .limit(most)
        .toList();
  }

  private static ConfidentError of(Task task, Outcome outcome, Scored scored) {
    double confidence =
        task.isSingle()
            ? scored.prediction().confidence()
            : IntStream.range(0, task.labels().size())
                .filter(i -> scored.gold().get(i) != scored.predicted().get(i))
                .mapToDouble(i -> scored.predicted().get(i) ? scored.score(i) : 1 - scored.score(i))
                .max()
                .orElseThrow();
    return new ConfidentError(
        task,
        outcome,
        task.labelIds().stream().filter(outcome.gold().get(task.id())::contains).toList(),
        scored.prediction().labels(),
        confidence);
  }
}
