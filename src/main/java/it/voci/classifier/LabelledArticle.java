package it.voci.classifier;

import it.voci.corpus.Article;
import it.voci.corpus.LabelRecord;
import it.voci.input.InputArticle;
import it.voci.quotes.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An article and what was said of it.
 *
 * @param input the article as it was read
 * @param paragraphs one entry per paragraph, in order
 */
public record LabelledArticle(InputArticle input, List<LabelledParagraph> paragraphs) {
  /** What can be wrong with a paragraph or its labels; the names stand in the output. */
  public enum Warning {
    /** Nothing to label: the text is blank. */
    EMPTY,
    /** In another language, for which the model knows nothing. */
    NOT_ITALIAN,
    /** The labels break a rule of the scheme. */
    INCONSISTENT
  }

  /**
   * What was said of a paragraph.
   *
   * @param prediction empty where there was nothing to label
   * @param evidence the words that carry the labels; empty where they were not looked for
   */
  public record LabelledParagraph(
      Optional<Prediction> prediction, Optional<List<Evidence>> evidence, List<Warning> warnings) {
    public LabelledParagraph {
      evidence = evidence.map(List::copyOf);
      warnings = List.copyOf(warnings);
    }
  }

  public LabelledArticle {
    paragraphs = List.copyOf(paragraphs);
    if (paragraphs.size() != input.article().paragraphs().size()) {
      throw new IllegalArgumentException(
          "expected "
              + input.article().paragraphs().size()
              + " labelled paragraphs but was "
              + paragraphs.size());
    }
  }

  /** The text of a paragraph. */
  public String text(int index) {
    return input.article().paragraphs().get(index).text();
  }

  /** Who says what in a paragraph. */
  public List<Utterance> speech(int index) {
    return paragraphs.get(index).prediction().stream()
        .flatMap(prediction -> Utterance.of(text(index), prediction.speech()).stream())
        .toList();
  }

  /**
   * One record per paragraph, such as a ledger is kept of.
   *
   * @param model the model's identity
   */
  public List<LabelRecord> records(String model) {
    Article article = input.article();
    List<LabelRecord> records = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      Optional<Prediction> prediction = paragraphs.get(i).prediction();
      records.add(
          new LabelRecord(
              article.id(),
              article.outlet(),
              article.date(),
              i,
              text(i),
              model,
              prediction.stream()
                  .flatMap(p -> p.tasks().stream())
                  .map(task -> new LabelRecord.Answer(task.task(), task.labels(), List.of()))
                  .toList(),
              speech(i).stream().map(LabelledArticle::speech).toList()));
    }
    return records;
  }

  private static LabelRecord.Speech speech(Utterance utterance) {
    return new LabelRecord.Speech(
        utterance.name(),
        utterance.side().name().toLowerCase(Locale.ROOT),
        utterance.start(),
        utterance.end());
  }
}
