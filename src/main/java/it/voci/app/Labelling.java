package it.voci.app;

import it.voci.classifier.Evidence;
import it.voci.classifier.EvidenceFinder;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.LabelledArticle.LabelledParagraph;
import it.voci.classifier.LabelledArticle.Warning;
import it.voci.classifier.ParagraphClassifier;
import it.voci.classifier.Prediction;
import it.voci.corpus.Paragraph;
import it.voci.input.InputArticle;
import it.voci.text.LanguageCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Labels articles: one output per paragraph, in order. Safe for use by several threads. */
public final class Labelling {
  /** Digits of a printed score. */
  private static final int DECIMALS = 4;

  private final ParagraphClassifier classifier;
  private final Optional<EvidenceFinder> finder;

  public Labelling(ParagraphClassifier classifier) {
    this(classifier, Optional.empty());
  }

  /**
   * Labelling with its reasons.
   *
   * @param finder looks for the words that carry each label, if there is one
   */
  public Labelling(ParagraphClassifier classifier, Optional<EvidenceFinder> finder) {
    this.classifier = classifier;
    this.finder = finder;
  }

  public LabelledArticle label(InputArticle input) {
    List<Prediction> predictions = classifier.classify(input.article());
    List<Paragraph> paragraphs = input.article().paragraphs();
    List<Boolean> italian =
        LanguageCheck.italian(paragraphs.stream().map(Paragraph::text).toList());
    Optional<List<List<Evidence>>> evidence =
        finder.map(one -> one.find(input.article(), predictions));
    List<LabelledParagraph> labelled = new ArrayList<>(predictions.size());
    for (int i = 0; i < predictions.size(); i++) {
      int index = i;
      labelled.add(
          labelled(
              paragraphs.get(i),
              predictions.get(i),
              italian.get(i),
              evidence.map(all -> all.get(index))));
    }
    return new LabelledArticle(input, labelled);
  }

  private LabelledParagraph labelled(
      Paragraph paragraph,
      Prediction unrounded,
      boolean italian,
      Optional<List<Evidence>> evidence) {
    if (paragraph.text().isBlank()) {
      return new LabelledParagraph(
          Optional.empty(), evidence.map(none -> List.of()), List.of(Warning.EMPTY));
    }
    Prediction prediction =
        new Prediction(
            unrounded.tasks().stream().map(task -> task.rounded(DECIMALS)).toList(),
            unrounded.speech());
    List<Warning> warnings = new ArrayList<>();
    if (!italian) {
      warnings.add(Warning.NOT_ITALIAN);
    }
    if (!classifier.scheme().brokenRules(prediction.labels()).isEmpty()) {
      warnings.add(Warning.INCONSISTENT);
    }
    return new LabelledParagraph(Optional.of(prediction), evidence, warnings);
  }
}
