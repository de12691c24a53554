package it.voci.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import it.voci.Fixtures;
import it.voci.UserException;
import it.voci.classifier.BranchedNetwork;
import it.voci.classifier.Calibration;
import it.voci.classifier.ClassifierSettings;
import it.voci.classifier.LinearNetwork;
import it.voci.classifier.Network;
import it.voci.classifier.NetworkClassifier;
import it.voci.classifier.NetworkWeights;
import it.voci.classifier.Prediction;
import it.voci.classifier.TrainingSettings;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import it.voci.embedding.WordVectors;
import it.voci.features.FeatureExtractor;
import it.voci.features.GramBag;
import it.voci.features.ParagraphFeatures;
import it.voci.features.TermLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class NetworkTrainerTest {
  private static final WordVectors VECTORS =
      new WordVectors(
          List.of("cena", "pane", "treno", "viaggio"),
          3,
          new float[] {1, 0, .5f, .9f, .1f, 0, 0, 1, -.5f, .2f, .8f, -1});

  private static final NetworkTrainer.Observer NOBODY =
      new NetworkTrainer.Observer(epoch -> {}, share -> {});

  private static final LabelScheme SCHEME = Fixtures.SCHEME;

  private static FeatureExtractor features(List<Article> articles) {
    return FeatureExtractor.fit(
        Fixtures.SETTINGS.features(), VECTORS, Fixtures.NOBODY, TermLists.NONE, articles);
  }

  private static Network train(List<Article> articles, ClassifierSettings settings) {
    double[] epoch = {0};
    return new NetworkTrainer(settings, SCHEME, features(articles))
        .train(articles, network -> ++epoch[0], NOBODY)
        .network();
  }

  @Test
  void network_trainedLongEnough_knowsItsTrainingArticlesByHeart() {
    List<Article> articles = Fixtures.articles();
    Network network = train(articles, Fixtures.SETTINGS);
    NetworkClassifier classifier =
        new NetworkClassifier(
            SCHEME, features(articles), List.of(network), Calibration.none(SCHEME));
    for (Article article : articles) {
      List<Prediction> predictions = classifier.classify(article);
      for (int i = 0; i < predictions.size(); i++) {
        Map<String, List<String>> gold = article.paragraphs().get(i).labels();
        assertThat(predictions.get(i).labels()).containsExactlyInAnyOrderEntriesOf(gold);
        assertThat(predictions.get(i).task(Fixtures.TONE).confidence()).isGreaterThan(0.9);
      }
    }
  }

  @Test
  void linearNetwork_trainedLongEnough_knowsTheWordsThatCarryALabel() {
    List<Article> articles = Fixtures.articles();
    double[] epoch = {0};
    Network network =
        new NetworkTrainer(Fixtures.SETTINGS, SCHEME, features(articles))
            .trainLinear(Fixtures.SETTINGS.denseLinear(), articles, learned -> ++epoch[0], NOBODY)
            .network();
    NetworkClassifier classifier =
        new NetworkClassifier(
            SCHEME, features(articles), List.of(network), Calibration.none(SCHEME));
    for (Article article : articles) {
      List<Prediction> predictions = classifier.classify(article);
      for (int i = 0; i < predictions.size(); i++) {
        assertThat(predictions.get(i).labels())
            .containsExactlyInAnyOrderEntriesOf(article.paragraphs().get(i).labels());
      }
    }
  }

  @Test
  void linearForwardPass_givesWhatTheGraphGives() {
    List<Article> articles = Fixtures.articles();
    FeatureExtractor features = features(articles);
    ComputationGraph graph =
        NetworkGraph.linear(
            Fixtures.SETTINGS.denseLinear(),
            Fixtures.SETTINGS.training(),
            SCHEME,
            features,
            Map.of(),
            1);
    graph.params().addi(Nd4j.rand(graph.params().shape()).subi(0.5));
    Network network =
        new LinearNetwork(
            Fixtures.SETTINGS.denseLinear(),
            SCHEME,
            NetworkGraph.weights(graph, NetworkWeights.linearShapes(features, SCHEME)));
    for (ParagraphFeatures paragraph : features.extract(articles.get(1))) {
      assertSameScores(
          network.logits(paragraph),
          graph.output(row(wide(features, paragraph.grams())), row(paragraph.dense())));
    }
  }

  private static void assertSameScores(List<double[]> logits, INDArray[] outputs) {
    for (int t = 0; t < outputs.length; t++) {
      Task task = SCHEME.tasks().get(t);
      List<Double> scores = Calibration.none(SCHEME).predict(task, logits.get(t)).scores();
      for (int i = 0; i < scores.size(); i++) {
        assertThat(scores.get(i)).isCloseTo(outputs[t].getDouble(i), within(1e-5));
      }
    }
  }

  @Test
  void network_sameSeedDataAndSettings_hasTheSameWeightsBitForBit() {
    TrainingSettings drops =
        new TrainingSettings(6, 6, 4, 0.02, 1e-5, 0.3, 0.2, 0.4, 0.1, 1, 0.5, 11);
    ClassifierSettings settings = Fixtures.SETTINGS.with(drops);
    NetworkWeights one = train(Fixtures.articles(), settings).weights();
    NetworkWeights two = train(Fixtures.articles(), settings).weights();
    ClassifierSettings otherSeed = settings.with(drops.withSeed(12));
    NetworkWeights three = train(Fixtures.articles(), otherSeed).weights();
    one.matrices()
        .forEach(
            (name, matrix) ->
                assertThat(two.matrices().get(name).values())
                    .as(name)
                    .containsExactly(matrix.values()));
    assertThat(three.matrices().get("hidden").values())
        .isNotEqualTo(one.matrices().get("hidden").values());
  }

  @Test
  void javaForwardPass_givesWhatTheGraphGives() {
    List<Article> articles = Fixtures.articles();
    FeatureExtractor features = features(articles);
    ClassifierSettings settings = Fixtures.SETTINGS;
    ComputationGraph graph = NetworkGraph.branched(settings, SCHEME, features, Map.of(), 1);
    // Biases begin at 0; other values show that they are used.
    graph.params().addi(Nd4j.rand(graph.params().shape()).subi(0.5).muli(0.2));
    Network network =
        new BranchedNetwork(
            settings.network(),
            SCHEME,
            NetworkGraph.weights(
                graph, NetworkWeights.shapes(settings.network(), features, SCHEME)));
    for (ParagraphFeatures paragraph : features.extract(articles.get(1))) {
      assertThat(paragraph.around().rows()).isNotEmpty();
      INDArray[] outputs =
          graph.output(
              row(wide(features, paragraph.grams())),
              row(wide(features, paragraph.around())),
              row(paragraph.vector()),
              row(paragraph.dense()));
      assertSameScores(network.logits(paragraph), outputs);
    }
  }

  private static float[] wide(FeatureExtractor features, GramBag grams) {
    float[] wide = new float[features.table().size()];
    for (int i = 0; i < grams.rows().length; i++) {
      wide[grams.rows()[i]] = grams.weights()[i];
    }
    return wide;
  }

  private static INDArray row(float[] values) {
    return Nd4j.create(values, new long[] {1, values.length}, 'c');
  }

  @Test
  void head_ofATaskThatNobodyLabelled_staysAsItBegan() {
    List<Article> withoutSubjects = new ArrayList<>();
    for (Article article : Fixtures.articles()) {
      withoutSubjects.add(
          article.withParagraphs(
              article.paragraphs().stream()
                  .map(
                      p ->
                          new Paragraph(p.text(), Map.of("tone", p.labels().get("tone")), Map.of()))
                  .toList()));
    }
    float[] before =
        NetworkGraph.weights(
                NetworkGraph.branched(
                    Fixtures.SETTINGS, SCHEME, features(withoutSubjects), Map.of(), 1),
                NetworkWeights.shapes(
                    Fixtures.SETTINGS.network(), features(withoutSubjects), SCHEME))
            .matrices()
            .get("task.subjects")
            .values();
    NetworkWeights after = train(withoutSubjects, Fixtures.SETTINGS).weights();
    assertThat(after.matrices().get("task.subjects").values()).containsExactly(before);
    assertThat(after.matrices().get("task.subjects.bias").values()).containsOnly(0f);
  }

  @Test
  void training_stopsWhenTheDevScoreNoLongerRises_andKeepsTheBestEpoch() {
    TrainingSettings patient = Fixtures.SETTINGS.training();
    TrainingSettings settings =
        new TrainingSettings(60, 3, 4, patient.learningRate(), 0, 0, 0, 0, 0, 1, 0.5, 7);
    List<Integer> epochs = new ArrayList<>();
    NetworkTrainer.Result result =
        new NetworkTrainer(Fixtures.SETTINGS.with(settings), SCHEME, features(Fixtures.articles()))
            .train(
                Fixtures.articles(),
                network -> epochs.size() == 1 ? 0.9 : 0.5,
                new NetworkTrainer.Observer(epoch -> epochs.add(epoch.number()), share -> {}));
    assertThat(result.best().number()).isEqualTo(2);
    assertThat(epochs).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void training_withoutAnyLabel_isAUserError() {
    List<Article> unlabelled = List.of(Article.ofTexts("a", List.of("Un testo.")));
    assertThatThrownBy(() -> train(unlabelled, Fixtures.SETTINGS))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("carry a label");
  }
}
