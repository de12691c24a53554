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
    Optional<List<List<Evidence>>> evidence =
        finder.map(one -> one.find(input.article(), predictions));
    List<LabelledParagraph> labelled = new ArrayList<>(predictions.size());
    for (int i = 0; i < predictions.size(); i++) {
      int index = i;
      labelled.add(
          labelled(
              input.article().paragraphs().get(i),
              predictions.get(i),
              evidence.map(all -> all.get(index))));
    }
    return new LabelledArticle(input, labelled);
  }

  private LabelledParagraph labelled(
      Paragraph paragraph, Prediction unrounded, Optional<List<Evidence>> evidence) {
    if (paragraph.text().isBlank()) {
      return new LabelledParagraph(
          Optional.empty(), evidence.map(none -> List.of()), List.of(Warning.EMPTY));
    }
    Prediction prediction =
        new Prediction(
            unrounded.tasks().stream().map(task -> task.rounded(DECIMALS)).toList(),
            unrounded.speech());
    boolean consistent = classifier.scheme().brokenRules(prediction.labels()).isEmpty();
    return new LabelledParagraph(
        Optional.of(prediction), evidence, consistent ? List.of() : List.of(Warning.INCONSISTENT));
  }
}
