package it.voci.evaluation;

import it.voci.classifier.Prediction;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Label;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Tasks and outcomes for tests. */
final class Fixtures {
  static final Task VOICE = task("voice", Task.Kind.SINGLE, "a", "b", "c", "d");
  static final Task TOPICS = task("topics", Task.Kind.MULTI, "k", "l", "m");
  static final LabelScheme SCHEME = new LabelScheme("test", 1, List.of(VOICE, TOPICS), List.of());

  private Fixtures() {}

  static Task task(String id, Task.Kind kind, String... labels) {
    return new Task(
        id, kind, Arrays.stream(labels).map(label -> new Label(label, label, label, "")).toList());
  }

  static TaskPrediction prediction(Task task, double... scores) {
    return TaskPrediction.of(
        task, scores, task.isSingle() ? List.of() : Collections.nCopies(task.labels().size(), 0.5));
  }

  /** An outcome of one task, in the article "x". */
  static Outcome outcome(Task task, List<String> gold, double... scores) {
    return outcome("x", task, gold, scores);
  }

  static Outcome outcome(String article, Task task, List<String> gold, double... scores) {
    return new Outcome(
        article, 0, Map.of(task.id(), gold), new Prediction(List.of(prediction(task, scores))));
  }

  /** Scores of a single choice that put 0.7 on one label. */
  static double[] sure(Task task, String label) {
    double[] scores = new double[task.labels().size()];
    Arrays.fill(scores, 0.3 / (scores.length - 1));
    scores[task.indexOf(label)] = 0.7;
    return scores;
  }

  static Outcome voice(String article, String gold, String predicted) {
    return outcome(article, VOICE, List.of(gold), sure(VOICE, predicted));
  }

  /** Paragraphs of about eight articles with scores in tenths, some of their labels masked. */
  static List<Outcome> random(long seed, int size) {
    Random random = new Random(seed);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[] voice = new double[4];
      for (int part = 0; part < 10; part++) {
        voice[random.nextInt(4)] += 0.1;
      }
      double[] topics = random.doubles(3).map(d -> Math.round(d * 10) / 10.0).toArray();
      List<String> goldTopics =
          IntStream.range(0, 3)
              .filter(label -> random.nextDouble() < 0.2 + topics[label] / 2)
              .mapToObj(label -> TOPICS.labelIds().get(label))
              .toList();
      String goldVoice = VOICE.labelIds().get(random.nextInt(4));
      Map<String, List<String>> gold =
          switch (random.nextInt(4)) {
            case 0 -> Map.of("voice", List.of(goldVoice));
            case 1 -> Map.of("topics", goldTopics);
            default -> Map.of("voice", List.of(goldVoice), "topics", goldTopics);
          };
      outcomes.add(
          new Outcome(
              "a" + random.nextInt(8),
              i,
              gold,
              new Prediction(List.of(prediction(VOICE, voice), prediction(TOPICS, topics)))));
    }
    return outcomes;
  }

  static <T> List<T> shuffled(List<T> items) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(1));
    return shuffled;
  }
}
