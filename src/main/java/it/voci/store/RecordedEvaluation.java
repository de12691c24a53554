package it.voci.store;

import it.voci.UserException;
import java.util.List;

/**
 * Scores of a model on a file, kept with the model for its card.
 *
 * @param data the file's name
 * @param sha256 of the file, so that a score is not taken for one on other data
 * @param date of the last run, {@code yyyy-MM-dd}
 * @param runs how often this model was scored on this file; every look makes the score less of a
 *     surprise
 */
public record RecordedEvaluation(
    String data,
    String sha256,
    String date,
    int runs,
    int articles,
    int paragraphs,
    List<Task> tasks) {
  /**
   * Scores for one task.
   *
   * @param low lower end of the 95 % interval of {@code macroF1}, by bootstrap over articles
   * @param high its upper end
   * @param ece expected calibration error
   */
  public record Task(
      String task,
      double accuracy,
      double macroF1,
      double low,
      double high,
      double microF1,
      double ece) {}

  public RecordedEvaluation {
    if (data == null || sha256 == null || date == null || tasks == null) {
      throw new UserException("a recorded evaluation is incomplete");
    }
    tasks = List.copyOf(tasks);
  }
}
