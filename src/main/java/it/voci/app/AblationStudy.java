package it.voci.app;

import it.voci.actors.ActorMatcher;
import it.voci.classifier.ClassifierSettings;
import it.voci.classifier.NetworkClassifier;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.SchemeFile;
import it.voci.corpus.Task;
import it.voci.embedding.WordVectors;
import it.voci.evaluation.Evaluation;
import it.voci.features.Branch;
import it.voci.report.ModelCard;
import it.voci.store.AblationRow;
import it.voci.store.Manifest;
import it.voci.store.ModelDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What each part of what the branched network sees is worth: one is trained with everything, then
 * one without each part, from the same seed, and scored on dev; at last one with everything beside
 * the linear networks.
 */
public final class AblationStudy {
  /** Enough to compare; the model itself may take more. */
  private static final int EPOCHS = 10;

  private AblationStudy() {}

  /** Trains, keeps the scores beside the model and writes its card anew. */
  public static List<AblationRow> run(
      Path data,
      Optional<Path> embeddings,
      ClassifierSettings settings,
      Path model,
      ProgressListener progress) {
    Manifest manifest = ModelDirectory.manifest(model);
    LabelScheme scheme = SchemeFile.read(data.resolve("scheme.yaml"));
    List<Article> train = DatasetFile.read(data.resolve("train.jsonl"), scheme);
    List<Article> dev = DatasetFile.read(data.resolve("dev.jsonl"), scheme);
    WordVectors vectors = ModelTraining.vectors(embeddings);
    ClassifierSettings whole =
        settings
            .with(settings.network().withMembers(1))
            .with(settings.training().withEpochs(EPOCHS));
    ClassifierSettings single = whole.withoutLinear();
    Map<String, ClassifierSettings> variants = new LinkedHashMap<>();
    variants.put("everything", single);
    for (Branch branch : Branch.values()) {
      variants.put(
          "without " + branch.name().toLowerCase(Locale.ROOT),
          single.with(single.features().without(EnumSet.of(branch))));
    }
    variants.put("with the linear networks", whole);
    List<AblationRow> rows = new ArrayList<>();
    variants.forEach(
        (name, own) -> {
          progress.note(name);
          NetworkClassifier classifier =
              ModelTraining.train(
                  train, dev, scheme, vectors, own, ActorMatcher.shipped(), progress);
          Evaluation evaluation = ModelTraining.evaluate(classifier, dev);
          Map<String, Double> scores = new LinkedHashMap<>();
          for (Task task : scheme.tasks()) {
            scores.put(task.id(), evaluation.task(task.id()).macroF1());
          }
          rows.add(new AblationRow(name, scores));
        });
    ModelDirectory.writeAblation(
        model, rows, ModelCard.render(manifest, scheme, ModelDirectory.evaluations(model), rows));
    return rows;
  }
}
