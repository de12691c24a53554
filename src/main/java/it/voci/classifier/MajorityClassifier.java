package it.voci.classifier;

import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Baseline that looks at nothing: every label's score is its share in the training articles. */
public final class MajorityClassifier implements ParagraphClassifier {
  private final LabelScheme scheme;
  private final Prediction prediction;

  private MajorityClassifier(LabelScheme scheme, Prediction prediction) {
    this.scheme = scheme;
    this.prediction = prediction;
  }

  /** Counts the labels; a task nobody labelled gets equal scores. */
  public static MajorityClassifier train(List<Article> articles, LabelScheme scheme) {
    Calibration calibration = Calibration.none(scheme);
    List<TaskPrediction> tasks = new ArrayList<>();
    for (Task task : scheme.tasks()) {
      double[] scores = new double[task.labels().size()];
      int labelled = 0;
      for (Article article : articles) {
        for (Paragraph paragraph : article.paragraphs()) {
          List<String> labels = paragraph.labels(task).orElse(null);
          if (labels != null) {
            labelled++;
            labels.forEach(label -> scores[task.indexOf(label)]++);
          }
        }
      }
      for (int i = 0; i < scores.length; i++) {
        scores[i] = labelled == 0 ? 1.0 / scores.length : scores[i] / labelled;
      }
      tasks.add(
          TaskPrediction.of(
              task, scores, calibration.thresholds().getOrDefault(task.id(), List.of())));
    }
    return new MajorityClassifier(scheme, new Prediction(tasks));
  }

  @Override
  public LabelScheme scheme() {
    return scheme;
  }

  @Override
  public List<Prediction> classify(Article article) {
    return Collections.nCopies(article.paragraphs().size(), prediction);
  }
}
