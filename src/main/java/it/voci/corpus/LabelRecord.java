package it.voci.corpus;

import it.voci.UserException;
import java.util.List;
import java.util.Optional;

/**
 * What a model said of one paragraph.
 *
 * @param article id of the article it stands in
 * @param date {@code yyyy-MM} or {@code yyyy-MM-dd}, as far as it is known
 * @param index 0-based position in the article
 * @param model the model's identity; empty where it is not known
 * @param answers one per task that was answered, in the scheme's order
 * @param speeches stretches of somebody's speech, which may overlap
 */
public record LabelRecord(
    String article,
    Optional<String> outlet,
    Optional<String> date,
    int index,
    String text,
    String model,
    List<Answer> answers,
    List<Speech> speeches) {
  /**
   * The answer to one task.
   *
   * @param labels those given; of a {@code SINGLE} task one, or none where the model abstained
   * @param unsure labels of a {@code MULTI} task about which it abstained
   */
  public record Answer(Task task, List<String> labels, List<String> unsure) {
    public Answer {
      labels = List.copyOf(labels);
      unsure = List.copyOf(unsure);
      for (String label : labels) {
        if (task.indexOf(label) < 0) {
          throw TaskLabels.notAllowed(task, label, "answer");
        }
      }
      if (task.isSingle() && labels.size() > 1) {
        throw new UserException("'" + task.id() + "' must be one label at most but was " + labels);
      }
    }

    /** Nothing was said: no label, or only labels the model is unsure of. */
    public boolean isAbstention() {
      return labels.isEmpty() && (task.isSingle() || !unsure.isEmpty());
    }
  }

  /**
   * A stretch of speech.
   *
   * @param name of the speaker; empty where nobody can be made out
   * @param side the speaker's side
   * @param start first code point of the text
   * @param end code point after the last one
   */
  public record Speech(String name, String side, int start, int end) {
    public Speech {
      if (start < 0 || end < start) {
        throw new UserException("speech must have 0 <= start <= end but was " + start + ".." + end);
      }
    }
  }

  public LabelRecord {
    answers = List.copyOf(answers);
    speeches = List.copyOf(speeches);
  }

  /** The answer to a task; empty where it was not answered. */
  public Optional<Answer> answer(String taskId) {
    return answers.stream().filter(answer -> answer.task().id().equals(taskId)).findFirst();
  }

  public LabelRecord withOutlet(Optional<String> other) {
    return new LabelRecord(article, other, date, index, text, model, answers, speeches);
  }

  public LabelRecord withDate(Optional<String> other) {
    return new LabelRecord(article, outlet, other, index, text, model, answers, speeches);
  }
}
