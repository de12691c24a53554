package it.voci.corpus;

import it.voci.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.it.ItalianAnalyzer;

/**
 * Content words that stand in eight or more training paragraphs, all with the same label: a model
 * may learn the word in place of what the label means. Labels on which a rule depends are exempt:
 * they mark a kind of text that is recognised by its words.
 */
final class TellingWords implements DatasetCheck.Check {
  private static final int PARAGRAPHS = 8;
  private static final int LETTERS = 4;

  /** The label a word stood with so far, and how often; several labels are null. */
  private record Tie(String label, int paragraphs, CheckedParagraph first) {
    Tie with(String other) {
      return new Tie(other.equals(label) ? label : null, paragraphs + 1, first);
    }
  }

  @Override
  public List<Finding> find(CheckedDataset dataset) {
    List<CheckedParagraph> train = dataset.paragraphs(DatasetFolder.TRAIN);
    List<Finding> findings = new ArrayList<>();
    for (Task task : dataset.scheme().tasks()) {
      if (task.isSingle()) {
        ties(train, task).entrySet().stream()
            .filter(tie -> tie.getValue().label() != null)
            .filter(tie -> tie.getValue().paragraphs() >= PARAGRAPHS)
            .filter(tie -> !hasRule(dataset.scheme(), task, tie.getValue().label()))
            .sorted(
                Comparator.comparingInt(
                    (Map.Entry<String, Tie> tie) -> -tie.getValue().paragraphs()))
            .forEach(tie -> findings.add(finding(task, tie.getKey(), tie.getValue())));
      }
    }
    return findings;
  }

  private static Map<String, Tie> ties(List<CheckedParagraph> paragraphs, Task task) {
    Map<String, Tie> ties = new TreeMap<>();
    for (CheckedParagraph paragraph : paragraphs) {
      List<String> labels = paragraph.paragraph().labels(task).orElse(List.of());
      if (!labels.isEmpty()) {
        String label = labels.get(0);
        for (String word : contentWords(paragraph)) {
          ties.merge(word, new Tie(label, 1, paragraph), (tie, one) -> tie.with(label));
        }
      }
    }
    return ties;
  }

  private static Set<String> contentWords(CheckedParagraph paragraph) {
    CharArraySet stopWords = ItalianAnalyzer.getDefaultStopSet();
    Set<String> words = new HashSet<>();
    for (int i = 0; i < paragraph.words().size(); i++) {
      String form = paragraph.forms().get(i);
      if (paragraph.words().get(i).kind() == Token.Kind.WORD
          && form.codePoints().filter(Character::isLetter).count() >= LETTERS
          && !stopWords.contains(form)
          && !form.endsWith("'")) {
        words.add(form);
      }
    }
    return words;
  }

  private static boolean hasRule(LabelScheme scheme, Task task, String label) {
    return scheme.rules().stream().anyMatch(rule -> label.equals(rule.when().get(task.id())));
  }

  private static Finding finding(Task task, String word, Tie tie) {
    return Finding.warning(
        "telling_word",
        String.format(
            Locale.ROOT,
            "%s: '%s' stands in %d training paragraphs, first here, all with %s: %s",
            tie.first().where(),
            word,
            tie.paragraphs(),
            task.id(),
            tie.label()));
  }
}
