package it.voci;

import it.voci.actors.Gazetteer;
import it.voci.app.ModelTraining;
import it.voci.app.ProgressListener;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.SchemeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Datasets and models of {@link Fixtures} on disk. */
public final class TrainedModels {
  private TrainedModels() {}

  /** A dataset folder whose dev articles are its training articles; without test.jsonl. */
  public static Path dataset(Path folder) {
    try {
      Path data = Files.createDirectories(folder.resolve("toy"));
      Files.writeString(data.resolve("scheme.yaml"), SchemeFile.format(Fixtures.SCHEME));
      Files.writeString(data.resolve("train.jsonl"), lines(Fixtures.articles()));
      Files.writeString(data.resolve("dev.jsonl"), lines(Fixtures.articles()));
      Files.writeString(
          data.resolve("README.md"), "# Toy\n\nMade up for tests,\nnobody said it.\n\nMore.\n");
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String lines(List<Article> articles) {
    return articles.stream()
        .map(article -> DatasetFile.format(article, Fixtures.SCHEME) + "\n")
        .collect(Collectors.joining());
  }

  /** A model trained on {@link #dataset}, named {@code toy-model}. */
  public static Path model(Path folder) {
    Path out = folder.resolve("toy-model");
    ModelTraining.run(
        new ModelTraining.Request(
            dataset(folder),
            1,
            Optional.empty(),
            Optional.empty(),
            out,
            Fixtures.SETTINGS,
            Gazetteer.EMPTY,
            "./voci train --data toy --out toy-model"),
        ProgressListener.SILENT);
    return out;
  }
}
