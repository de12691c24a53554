package it.voci.classifier;

import static it.voci.corpus.SchemeFixture.SCHEME;
import static it.voci.corpus.SchemeFixture.TOPICS;
import static it.voci.corpus.SchemeFixture.VOICE;
import static it.voci.corpus.SchemeFixture.article;
import static it.voci.corpus.SchemeFixture.labelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.voci.corpus.Article;
import it.voci.corpus.Paragraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The majority and the linear classifier. */
class BaselineTest {
  private static final Article TRAINING =
      article(
          labelled("I carri armati avanzano verso la città.", "analysis", "military"),
          labelled("I missili colpiscono la città.", "analysis", "military"),
          labelled("Iscriviti alla newsletter.", "boilerplate"),
          labelled("Leggi anche la newsletter.", "boilerplate"),
          labelled("I ministri negoziano a Ginevra.", "analysis", "diplomacy"),
          labelled(
              "I ministri tornano a Ginevra con i missili.", "analysis", "military", "diplomacy"),
          Paragraph.unlabelled("Questo non ha etichette."));

  private static LinearClassifier linear(Article article) {
    return LinearClassifier.train(List.of(article), SCHEME, 100, 1);
  }

  @Test
  void majority_scores_areSharesOfTheLabelled() {
    MajorityClassifier classifier = MajorityClassifier.train(List.of(TRAINING), SCHEME);
    List<Prediction> predictions = classifier.classify(Article.ofTexts("x", List.of("Uno", "")));
    assertThat(predictions).hasSize(2);
    assertThat(predictions.get(0)).isEqualTo(predictions.get(1));
    assertThat(predictions.get(0).task(VOICE).scores()).containsExactly(4 / 6.0, 2 / 6.0);
    assertThat(predictions.get(0).task(TOPICS).scores()).containsExactly(3 / 6.0, 2 / 6.0);
    assertThat(predictions.get(0).task(TOPICS).labels()).containsExactly("military");
    assertThat(classifier.scheme()).isEqualTo(SCHEME);
  }

  @Test
  void majority_nothingLabelled_givesEqualScores() {
    Prediction prediction =
        MajorityClassifier.train(List.of(), SCHEME)
            .classify(Article.ofTexts("x", List.of("Uno")))
            .get(0);
    assertThat(prediction.task(VOICE).scores()).containsExactly(0.5, 0.5);
    assertThat(prediction.task(TOPICS).scores()).containsExactly(0.5, 0.5);
  }

  @Test
  void linear_separableSet_isLearned() {
    LinearClassifier classifier = linear(TRAINING);
    List<Prediction> predictions = classifier.classify(TRAINING);
    assertThat(predictions).hasSize(7);
    for (int i = 0; i < 6; i++) {
      assertThat(predictions.get(i).labels()).isEqualTo(TRAINING.paragraphs().get(i).labels());
    }
    Prediction unseen =
        classifier.classify(Article.ofTexts("x", List.of("Una newsletter, iscriviti!"))).get(0);
    assertThat(unseen.task(VOICE).labels()).containsExactly("boilerplate");
    assertThat(unseen.task(VOICE).scores().stream().mapToDouble(s -> s).sum())
        .isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(LinearClassifier.Method.class)
  void everyMethod_separableSet_isLearned(LinearClassifier.Method method) {
    LinearClassifier.Rows rows =
        LinearClassifier.Rows.of(List.of(TRAINING), new LinearClassifier.Ngrams(1, 3, 4));
    double strength = method == LinearClassifier.Method.NAIVE_BAYES ? 0.01 : 100;
    LinearClassifier classifier = LinearClassifier.train(rows, SCHEME, method, strength, 1);
    List<Prediction> predictions = classifier.classify(TRAINING);
    for (int i = 0; i < 6; i++) {
      assertThat(predictions.get(i).labels()).isEqualTo(TRAINING.paragraphs().get(i).labels());
    }
  }

  @Test
  void naiveBayes_withoutEvidence_givesThePriors() {
    LinearClassifier.Rows rows =
        LinearClassifier.Rows.of(List.of(TRAINING), LinearClassifier.Ngrams.DEFAULTS);
    Prediction prediction =
        LinearClassifier.train(rows, SCHEME, LinearClassifier.Method.NAIVE_BAYES, 1, 1)
            .classify(Article.ofTexts("x", List.of("")))
            .get(0);
    assertThat(prediction.task(VOICE).scores().get(0)).isCloseTo(4 / 6.0, within(1e-6));
    assertThat(prediction.task(TOPICS).scores().get(1)).isCloseTo(2 / 6.0, within(1e-6));
  }

  @Test
  void joined_takesEachTaskFromItsClassifier() {
    Article none = article(Paragraph.unlabelled("Uno."), labelled("Due.", "analysis", "diplomacy"));
    LinearClassifier joined =
        LinearClassifier.joined(List.of(linear(TRAINING), linear(none)), Calibration.none(SCHEME));
    Prediction prediction =
        joined.classify(Article.ofTexts("x", List.of("Iscriviti alla newsletter."))).get(0);
    assertThat(prediction.task(VOICE).labels()).containsExactly("boilerplate");
    assertThat(prediction.task(TOPICS).labels()).containsExactly("diplomacy");
  }

  @Test
  void linear_sameSeed_givesTheSameScores() {
    assertThat(linear(TRAINING).classify(TRAINING)).isEqualTo(linear(TRAINING).classify(TRAINING));
  }

  @Test
  void linear_oneClassOnly_isAlwaysGiven() {
    LinearClassifier classifier =
        linear(
            article(
                labelled("Uno.", "analysis", "military"),
                labelled("Due.", "analysis", "military")));
    Prediction prediction = classifier.classify(Article.ofTexts("x", List.of("Tre."))).get(0);
    assertThat(prediction.task(VOICE).scores()).containsExactly(1.0, 0.0);
    assertThat(prediction.task(TOPICS).scores()).containsExactly(1.0, 0.0);
  }

  @Test
  void linear_taskNobodyLabelled_givesEqualScores() {
    Prediction prediction =
        linear(article(Paragraph.unlabelled("Uno."), Paragraph.unlabelled("Due.")))
            .classify(Article.ofTexts("x", List.of("Uno.")))
            .get(0);
    assertThat(prediction.task(VOICE).scores()).containsExactly(0.5, 0.5);
    assertThat(prediction.task(TOPICS).labels()).isEmpty();
  }

  @Test
  void classify_emptyText_isPredictedToo() {
    assertThat(linear(TRAINING).classify(Article.ofTexts("x", List.of("", " ")))).hasSize(2);
  }
}
