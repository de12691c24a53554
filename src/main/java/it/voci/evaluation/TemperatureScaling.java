package it.voci.evaluation;

import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Makes a task's scores honest with one number, the temperature (Guo et al. 2017): logits are
 * divided by it, so above 1 it makes scores less sure. It does not change which score is highest.
 */
public final class TemperatureScaling {
  public static final double MIN = 0.25;
  public static final double MAX = 8;

  /** Scores of 0 and 1 have no finite logit. */
  private static final double TINY = 1e-12;

  private TemperatureScaling() {}

  /**
   * The temperature in [{@link #MIN}, {@link #MAX}] under which the gold labels are most likely.
   *
   * @param outcomes with the scores as the classifier gives them, not scaled yet
   * @return 1 where no other temperature is better, as where nothing is scored
   */
  public static double fit(Task task, List<Outcome> outcomes) {
    List<Choice> choices = choices(task, Scored.of(task, outcomes));
    // In the logarithm the range is symmetric enough for the search; the loss has one minimum.
    double best =
        Math.exp(
            new BrentOptimizer(1e-8, 1e-10)
                .optimize(
                    MaxEval.unlimited(),
                    GoalType.MINIMIZE,
                    new SearchInterval(Math.log(MIN), Math.log(MAX)),
                    new UnivariateObjectiveFunction(log -> loss(choices, Math.exp(log))))
                .getPoint());
    double tolerance = 1e-9 * Math.max(1, choices.size());
    return loss(choices, best) < loss(choices, 1) - tolerance
        ? Math.min(MAX, Math.max(MIN, best))
        : 1;
  }

  /**
   * The prediction at a temperature: p^(1/T), renormalised, for a {@code SINGLE} task,
   * sigmoid(logit(p)/T) for a {@code MULTI} one. Thresholds stay as they are.
   */
  public static TaskPrediction scale(TaskPrediction prediction, double temperature) {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be positive but was " + temperature);
    }
    double[] scores =
        prediction.scores().stream()
            .mapToDouble(
                p ->
                    prediction.task().isSingle()
                        ? Math.pow(p, 1 / temperature)
                        : 1 / (1 + Math.pow((1 - p) / p, 1 / temperature)))
            .toArray();
    if (prediction.task().isSingle()) {
      double sum = 0;
      for (double score : scores) {
        sum += score;
      }
      for (int i = 0; i < scores.length; i++) {
        scores[i] /= sum;
      }
    }
    return TaskPrediction.of(prediction.task(), scores, prediction.thresholds());
  }

  /** A choice among logits of which the one at {@code truth} is right. */
  private record Choice(List<Double> logits, int truth) {}

  private static List<Choice> choices(Task task, List<Scored> all) {
    List<Choice> choices = new ArrayList<>();
    for (Scored scored : all) {
      List<Double> scores = scored.prediction().scores();
      if (task.isSingle()) {
        choices.add(
            new Choice(
                scores.stream().map(p -> Math.log(Math.max(p, TINY))).toList(),
                scored.gold().nextSetBit(0)));
      } else {
        // sigmoid(z) is softmax(0, z)
        for (int i = 0; i < scores.size(); i++) {
          double p = Math.min(Math.max(scores.get(i), TINY), 1 - TINY);
          choices.add(
              new Choice(List.of(0.0, Math.log(p / (1 - p))), scored.gold().get(i) ? 1 : 0));
        }
      }
    }
    return choices;
  }

  /** Negative log-likelihood. */
  private static double loss(List<Choice> choices, double temperature) {
    double loss = 0;
    for (Choice choice : choices) {
      double truth = choice.logits().get(choice.truth());
      double sum = 0;
      double max = truth;
      for (double logit : choice.logits()) {
        max = Math.max(max, logit);
      }
      for (double logit : choice.logits()) {
        sum += Math.exp((logit - max) / temperature);
      }
      loss += Math.log(sum) + (max - truth) / temperature;
    }
    return loss;
  }
}
