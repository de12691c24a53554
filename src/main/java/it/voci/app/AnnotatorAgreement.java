package it.voci.app;

import it.voci.UserException;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.PlacedArticle;
import it.voci.corpus.Task;
import it.voci.evaluation.Agreement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the labels that several annotators, a file each, gave to the same articles. */
public final class AnnotatorAgreement {
  /** A paragraph, by the article's id and the 0-based index. */
  private record Unit(String article, int index) {}

  /** A paragraph in a file. */
  private record Place(PlacedArticle article, int index) {
    Paragraph paragraph() {
      return article.article().paragraphs().get(index);
    }
  }

  /**
   * What came out.
   *
   * @param paragraphs paragraphs that stand in at least two of the files
   * @param alone paragraphs that stand in one of them only, and were not compared
   * @param tasks task id → agreement, in the scheme's order
   */
  public record Result(List<Path> files, int paragraphs, int alone, Map<String, Agreement> tasks) {}

  private AnnotatorAgreement() {}

  /**
   * Matches paragraphs by article id and index and compares their labels.
   *
   * @param files at least two
   * @throws UserException where the texts of a paragraph differ, or no paragraph is shared
   */
  public static Result run(List<Path> files, LabelScheme scheme) {
    Map<Unit, Place> first = new LinkedHashMap<>();
    Map<Unit, Integer> uses = new HashMap<>();
    List<Map<Unit, Paragraph>> annotators = new ArrayList<>();
    for (Path file : files) {
      Map<Unit, Paragraph> annotator = new LinkedHashMap<>();
      for (PlacedArticle article : DatasetFile.readPlaced(file, scheme)) {
        for (int i = 0; i < article.article().paragraphs().size(); i++) {
          Unit unit = new Unit(article.article().id(), i);
          Place place = new Place(article, i);
          requireSameText(place, first.computeIfAbsent(unit, key -> place));
          annotator.put(unit, place.paragraph());
          uses.merge(unit, 1, Integer::sum);
        }
      }
      annotators.add(annotator);
    }
    return compare(files, annotators, uses, scheme);
  }

  /**
   * Compares labellings that are kept in fields of the paragraphs themselves.
   *
   * @param passes the fields, at least two
   * @throws UserException where no paragraph has two of them
   */
  public static Result run(List<Path> files, List<String> passes, LabelScheme scheme) {
    Map<Unit, Integer> uses = new HashMap<>();
    List<Map<Unit, Paragraph>> annotators = new ArrayList<>();
    passes.forEach(pass -> annotators.add(new LinkedHashMap<>()));
    for (Path file : files) {
      for (PlacedArticle article : DatasetFile.readPlaced(file, scheme)) {
        for (int i = 0; i < article.article().paragraphs().size(); i++) {
          Unit unit = new Unit(article.article().id(), i);
          for (int pass = 0; pass < passes.size(); pass++) {
            Optional<Paragraph> labelled = DatasetFile.pass(article, i, passes.get(pass), scheme);
            if (labelled.isPresent()) {
              annotators.get(pass).put(unit, labelled.get());
              uses.merge(unit, 1, Integer::sum);
            }
          }
        }
      }
    }
    return compare(files, annotators, uses, scheme);
  }

  private static Result compare(
      List<Path> files,
      List<Map<Unit, Paragraph>> annotators,
      Map<Unit, Integer> uses,
      LabelScheme scheme) {
    int alone = (int) uses.values().stream().filter(count -> count == 1).count();
    if (alone == uses.size()) {
      throw new UserException(
          "no paragraph was labelled by two; paragraphs are matched by article id and index");
    }
    Map<String, Agreement> tasks = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      tasks.put(
          task.id(), Agreement.of(task, annotators.stream().map(a -> labels(task, a)).toList()));
    }
    return new Result(List.copyOf(files), uses.size() - alone, alone, tasks);
  }

  private static void requireSameText(Place place, Place before) {
    if (!place.paragraph().text().equals(before.paragraph().text())) {
      throw new UserException(
          place.article().where(place.index())
              + ": its text differs from that in "
              + before.article().where()
              + "; annotators must be given the same texts");
    }
  }

  private static Map<Unit, List<String>> labels(Task task, Map<Unit, Paragraph> paragraphs) {
    Map<Unit, List<String>> labels = new LinkedHashMap<>();
    paragraphs.forEach((unit, p) -> p.labels(task).ifPresent(given -> labels.put(unit, given)));
    return labels;
  }
}
