import it.voci.app.Labelling;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.NetworkClassifier;
import it.voci.classifier.OcclusionEvidence;
import it.voci.features.ParagraphFeatures;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import it.voci.report.LabelJson;
import it.voci.report.Rendering;
import it.voci.store.Checksums;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints how long each stage of labelling takes, on one thread, file after file: the first is cold,
 * a file named again finds the classes compiled.
 *
 * <p>{@code java -cp target/voci.jar src/bench/LabelStages.java MODEL FILE...}
 */
final class LabelStages {
  private static long mark;

  private LabelStages() {}

  public static void main(String[] args) throws Exception {
    mark = System.nanoTime();
    Checksums.sha256(Path.of(args[0], "weights.bin"));
    stage("checksum of the weights, alone", 1);
    StoredModel model = ModelDirectory.read(Path.of(args[0]));
    stage("model, checksums beside it", 1);
    NetworkClassifier classifier = model.classifier();
    for (String file : List.of(args).subList(1, args.length)) {
      List<InputArticle> articles = InputReader.read(Path.of(file));
      int paragraphs = articles.stream().mapToInt(a -> a.article().paragraphs().size()).sum();
      System.out.println(paragraphs + " paragraphs of " + Path.of(file).getFileName());
      stage("reading", paragraphs);
      List<List<ParagraphFeatures>> features =
          articles.stream().map(a -> classifier.features().extract(a.article())).toList();
      stage("features", paragraphs);
      features.forEach(classifier::predict);
      stage(classifier.networks().size() + " networks", paragraphs);
      List<LabelledArticle> labelled =
          articles.stream().map(new Labelling(classifier)::label).toList();
      stage("labels: features, networks, speakers", paragraphs);
      Rendering<LabelledArticle> json =
          new LabelJson(model.scheme(), model.manifest().id(), 0).jsonLines();
      labelled.forEach(json.result()::apply);
      stage("rendering as jsonl", paragraphs);
      List<InputArticle> few = articles.subList(0, Math.min(8, articles.size()));
      Labelling explaining =
          new Labelling(classifier, Optional.of(new OcclusionEvidence(classifier)));
      few.forEach(explaining::label);
      stage("labels with evidence (8 articles at most)",
          few.stream().mapToInt(a -> a.article().paragraphs().size()).sum());
    }
  }

  private static void stage(String name, int paragraphs) {
    long now = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "%9.1f ms  %8.2f ms each  %s%n",
        (now - mark) / 1e6,
        (now - mark) / 1e6 / paragraphs,
        name);
    mark = System.nanoTime();
  }
}
