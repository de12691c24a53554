package it.voci.corpus;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import it.voci.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of label records, by any system. */
public final class ScoreFile {
  /**
   * A paragraph.
   *
   * @param index in its article, from 0
   */
  public record Place(String article, int index) {}

  private ScoreFile() {}

  /**
   * Reads a whole file, or nothing of it.
   *
   * @param tasks whose scores are wanted; a record without scores for one has none
   * @return paragraph → task id → a score for every label of the task, in its order
   * @throws UserException naming the line that is no label record, lacks a label's score or has one
   *     outside [0, 1]
   */
  public static Map<Place, Map<String, List<Double>>> read(Path file, List<Task> tasks) {
    Map<Place, Map<String, List<Double>>> scores = new LinkedHashMap<>();
    JsonLines.forEach(
        file,
        (line, number, where) -> {
          JsonObject record = JsonText.object(line, where);
          Place place =
              new Place(
                  RecordJson.requireText(record, "article", where),
                  RecordJson.index("" + record.get("index"), where));
          Map<String, List<Double>> byTask = new LinkedHashMap<>();
          for (Task task : tasks) {
            JsonObject given =
                RecordJson.object(RecordJson.object(record, task.id(), where), "scores", where);
            if (given.size() > 0) {
              byTask.put(task.id(), scores(task, given, where));
            }
          }
          scores.put(place, byTask);
        });
    return scores;
  }

  private static List<Double> scores(Task task, JsonObject given, String where) {
    List<Double> scores = new ArrayList<>();
    for (String label : task.labelIds()) {
      JsonElement score = given.get(label);
      double value =
          score != null && score.isJsonPrimitive() && score.getAsJsonPrimitive().isNumber()
              ? score.getAsDouble()
              : Double.NaN;
      if (!(value >= 0 && value <= 1)) {
        throw new UserException(
            where
                + ": the score of '"
                + label
                + "' for '"
                + task.id()
                + "' must be a number from 0 to 1 but was "
                + JsonText.excerpt("" + score));
      }
      scores.add(value);
    }
    return scores;
  }
}
