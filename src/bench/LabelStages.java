import it.voci.app.Labelling;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.Network;
import it.voci.classifier.NetworkClassifier;
import it.voci.features.ParagraphFeatures;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import it.voci.report.LabelJson;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints how long each stage of labelling takes, on one thread: {@code java -cp target/voci.jar
 * src/bench/LabelStages.java MODEL ARTICLES.jsonl [ROUNDS]}.
 */
final class LabelStages {
  private static long mark;

  private LabelStages() {}

  public static void main(String[] args) {
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 1;
    mark = System.nanoTime();
    StoredModel model = ModelDirectory.read(Path.of(args[0]));
    stage("model", 1);
    for (int round = 0; round < rounds; round++) {
      List<InputArticle> articles = InputReader.read(Path.of(args[1]));
      int paragraphs = articles.stream().mapToInt(a -> a.article().paragraphs().size()).sum();
      System.out.printf(Locale.ROOT, "round %d, %d paragraphs%n", round + 1, paragraphs);
      stage("reading", paragraphs);
      NetworkClassifier classifier = model.classifier();
      List<ParagraphFeatures> features = new ArrayList<>();
      articles.forEach(a -> features.addAll(classifier.features().extract(a.article())));
      stage("features", paragraphs);
      for (Network network : classifier.networks()) {
        features.forEach(network::logits);
      }
      stage("network", paragraphs);
      Labelling labelling = new Labelling(classifier);
      List<LabelledArticle> labelled = articles.stream().map(labelling::label).toList();
      stage("features, network and labels", paragraphs);
      LabelJson json = new LabelJson(model.scheme(), model.manifest().id(), 0);
      long length = labelled.stream().mapToLong(article -> json.lines(article).length()).sum();
      stage("rendering " + length + " characters", paragraphs);
    }
  }

  private static void stage(String name, int paragraphs) {
    long now = System.nanoTime();
    System.out.printf(
        Locale.ROOT, "%8.1f ms  %7.1f us a paragraph  %s%n",
        (now - mark) / 1e6, (now - mark) / 1e3 / paragraphs, name);
    mark = System.nanoTime();
  }
}
