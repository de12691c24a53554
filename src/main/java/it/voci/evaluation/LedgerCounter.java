package it.voci.evaluation;

import it.voci.UserException;
import it.voci.corpus.LabelRecord;
import it.voci.corpus.LabelRecord.Answer;
import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts label records, one after the other, and makes ledgers of them. Keeps the counts of every
 * article, not its text. Not safe for use by several threads.
 */
public final class LedgerCounter {
  private final Map<String, ArticleTally> articles = new LinkedHashMap<>();
  private Optional<TallyLayout> layout = Optional.empty();

  /**
   * Counts a paragraph. Its article's outlet and date are those of the first record that has them.
   *
   * @throws UserException where the paragraph was counted before, or was answered by other tasks
   *     and labels than those before it
   */
  public void add(LabelRecord record) {
    if (layout.isEmpty() && !record.answers().isEmpty()) {
      layout = Optional.of(new TallyLayout(record.answers().stream().map(Answer::task).toList()));
    }
    if (record.answers().isEmpty() && RunningWords.of(record.text()).isEmpty()) {
      return;
    }
    TallyLayout known =
        layout.orElseThrow(() -> new UserException("the paragraph has no labels of any task"));
    for (Answer answer : record.answers()) {
      if (known.tasks().stream().noneMatch(answer.task()::hasLabelsOf)) {
        throw new UserException(
            "'"
                + answer.task().id()
                + "' has not the labels it has before; keep one ledger for each label scheme");
      }
    }
    ArticleTally article =
        articles.computeIfAbsent(record.article(), id -> new ArticleTally(id, known));
    if (!article.add(record)) {
      throw new UserException(
          "paragraph "
              + record.index()
              + " of article '"
              + record.article()
              + "' was counted before; name every article once");
    }
  }

  /** The tasks of the records counted so far. */
  public List<Task> tasks() {
    return layout.map(TallyLayout::tasks).orElse(List.of());
  }

  /** Ids of the articles counted so far. */
  public List<String> articles() {
    return List.copyOf(articles.keySet());
  }

  /** Whether the model abstained from the task anywhere. */
  public boolean hasAbstentions(Task task) {
    return layout.stream()
        .anyMatch(
            known ->
                articles.values().stream()
                    .anyMatch(
                        article ->
                            article
                                    .counts()[
                                    known.abstained(
                                        TallyLayout.Unit.PARAGRAPHS, known.tasks().indexOf(task))]
                                > 0));
  }

  /** A ledger without adjusted shares. */
  public Ledger ledger(LedgerSettings settings) {
    return ledger(settings, Map.of());
  }

  /**
   * A ledger of what was counted so far.
   *
   * @param confusions task id → confusions as {@link TaskEvaluation#confusions()}; shares of tasks
   *     without are not adjusted
   * @throws UserException where nothing was counted
   */
  public Ledger ledger(
      LedgerSettings settings, Map<String, Map<String, ConfusionMatrix>> confusions) {
    TallyLayout known =
        layout.orElseThrow(() -> new UserException("there is no labelled paragraph to count"));
    PartEstimation estimation =
        new PartEstimation(known, settings, new Corrections(known, confusions, settings));
    List<ArticleTally> all = List.copyOf(articles.values());
    List<Ledger.Part> parts = new ArrayList<>();
    List<ArticleTally> without = new ArrayList<>();
    for (Map.Entry<Optional<String>, List<ArticleTally>> part : grouped(all, settings).entrySet()) {
      if (part.getKey().isEmpty()) {
        without.addAll(part.getValue());
      } else {
        parts.add(estimation.part(part.getKey(), part.getValue()));
      }
    }
    if (settings.by() == Ledger.By.OUTLET) {
      parts.sort(Comparator.comparing(Ledger.Part::words).reversed());
    }
    if (!without.isEmpty()) {
      parts.add(estimation.part(Optional.empty(), without));
    }
    return new Ledger(
        settings.by(),
        known.tasks(),
        estimation.part(Optional.empty(), all),
        parts,
        known.tasks().stream().map(Task::id).filter(confusions::containsKey).toList());
  }

  private static Map<Optional<String>, List<ArticleTally>> grouped(
      List<ArticleTally> articles, LedgerSettings settings) {
    Map<Optional<String>, List<ArticleTally>> groups =
        settings.by() == Ledger.By.ARTICLE
            ? new LinkedHashMap<>()
            : new TreeMap<>(Comparator.comparing(value -> value.orElse("")));
    for (ArticleTally article : articles) {
      Optional<String> value =
          switch (settings.by()) {
            case OUTLET -> article.outlet();
            case DATE -> article.date().flatMap(settings.period()::of);
            case ARTICLE -> Optional.of(article.article());
          };
      groups.computeIfAbsent(value, key -> new ArrayList<>()).add(article);
    }
    return groups;
  }
}
