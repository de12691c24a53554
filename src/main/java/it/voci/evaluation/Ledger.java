package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who gets to speak, how much and where: the shares that labels have of words and paragraphs, of
 * all articles and of every outlet, period or article.
 *
 * <p>Words are stretches between white space that hold a letter or a digit; paragraphs without one
 * are left out. Shares are of what carries an answer to the task; abstentions are counted apart. Of
 * a task with several labels per paragraph they may add up to more than 1.
 *
 * @param by what the parts are
 * @param tasks in the scheme's order
 * @param parts periods in order, outlets by falling number of words, articles as they came; the one
 *     of articles without an outlet or date last
 * @param adjusted ids of the tasks whose shares are given adjusted for known confusions too
 */
public record Ledger(By by, List<Task> tasks, Part all, List<Part> parts, List<String> adjusted) {
  /** What articles are put together by. */
  public enum By {
    OUTLET,
    DATE,
    ARTICLE
  }

  /**
   * Some articles.
   *
   * @param value the outlet, the period or the article's id; empty for articles without
   * @param tasks task id → shares, in the scheme's order
   * @param crossing the first two single-label tasks, where there are two
   */
  public record Part(
      Optional<String> value,
      int articles,
      long paragraphs,
      long words,
      Map<String, TaskShares> tasks,
      Optional<Crossing> crossing,
      Speakers speakers) {
    public Part {
      tasks = copy(tasks);
    }

    /**
     * The shares of one task.
     *
     * @throws IllegalArgumentException where there is no such task
     */
    public TaskShares task(String id) {
      if (!tasks.containsKey(id)) {
        throw new IllegalArgumentException("no task " + id + " among " + tasks.keySet());
      }
      return tasks.get(id);
    }
  }

  /** Shares of one task's labels. */
  public record TaskShares(Measure paragraphs, Measure words) {}

  /**
   * Shares in one unit.
   *
   * @param answered paragraphs, or words of paragraphs, that carry an answer
   * @param abstained those for which the model gave none
   * @param labels label id → its share of {@code answered}, in the task's order
   */
  public record Measure(long answered, long abstained, Map<String, Share> labels) {
    public Measure {
      labels = copy(labels);
    }
  }

  /**
   * Two tasks at once.
   *
   * @param rows id of the first task
   * @param columns id of the second
   */
  public record Crossing(String rows, String columns, Cells paragraphs, Cells words) {}

  /**
   * Shares in one unit.
   *
   * @param answered what carries an answer to both tasks
   * @param cells label of the first task → label of the second → share of {@code answered}
   */
  public record Cells(long answered, Map<String, Map<String, Share>> cells) {
    public Cells {
      cells = copy(cells);
    }
  }

  /**
   * A share in [0, 1]; 0 of nothing.
   *
   * @param count what has it
   * @param interval 95 %, by bootstrap over articles; empty where there is only one article
   * @param adjusted the share corrected for known confusions, with an interval that takes into
   *     account that they are known from a sample too; empty where they are not known or there is
   *     only one article
   */
  public record Share(
      long count, double share, Optional<Interval> interval, Optional<Interval> adjusted) {}

  /**
   * Whose speech was found, direct or reported.
   *
   * @param words that are part of anybody's speech
   * @param share of all words of the part
   * @param unnamed of these, the words of speech whose speaker could not be made out
   * @param number of different names
   * @param first those with most words, in falling order
   */
  public record Speakers(long words, double share, long unnamed, int number, List<Speaker> first) {
    public Speakers {
      first = List.copyOf(first);
    }
  }

  /**
   * A speaker.
   *
   * @param side the one most of the words were attributed to
   * @param articles in which there is speech of the speaker
   * @param words share of all words of the part
   */
  public record Speaker(String name, String side, int articles, Share words) {}

  public Ledger {
    tasks = List.copyOf(tasks);
    parts = List.copyOf(parts);
    adjusted = List.copyOf(adjusted);
  }

  /** The same with its first parts only. */
  public Ledger first(int count) {
    return new Ledger(by, tasks, all, parts.subList(0, Math.min(count, parts.size())), adjusted);
  }

  /**
   * A task.
   *
   * @throws IllegalArgumentException where there is no such task
   */
  public Task task(String id) {
    return tasks.stream()
        .filter(task -> task.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no task " + id + " among " + tasks));
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
