package it.voci.app;

import it.voci.classifier.LabelledArticle;
import it.voci.classifier.OcclusionEvidence;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import it.voci.report.LabelTerminal;
import it.voci.report.Language;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import it.voci.text.Paragraphs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A model, for programs that use it: a few calls over {@link Labelling}. Safe for threads. */
public final class Voci {
  private static final int WIDTH = 100;

  private final StoredModel model;
  private final Labelling labelling;

  private Voci(StoredModel model, Labelling labelling) {
    this.model = model;
    this.labelling = labelling;
  }

  /**
   * Opens a model directory.
   *
   * @throws it.voci.UserException where it is no model, is damaged, or is of a newer format
   */
  public static Voci open(Path directory) {
    StoredModel model = ModelDirectory.read(directory);
    return new Voci(model, new Labelling(model.classifier()));
  }

  /** The same model, which also looks for the words that carry each label; that takes longer. */
  public Voci explaining() {
    return new Voci(
        model,
        new Labelling(model.classifier(), Optional.of(new OcclusionEvidence(model.classifier()))));
  }

  public StoredModel model() {
    return model;
  }

  /** The model's identity, {@code name@digits}. */
  public String id() {
    return model.manifest().id();
  }

  public LabelScheme scheme() {
    return model.scheme();
  }

  /** Labels a text whose paragraphs are parted by blank lines. */
  public LabelledArticle label(String text) {
    return label(
        Article.ofTexts(
            "text", Paragraphs.split(text).stream().map(span -> span.of(text)).toList()));
  }

  public LabelledArticle label(Article article) {
    return labelling.label(InputArticle.joined(article.id(), article));
  }

  /** Labels the articles of a file, or of all files of a folder that voci reads. */
  public List<LabelledArticle> label(Path fileOrFolder) {
    List<Path> files =
        Files.isDirectory(fileOrFolder)
            ? InputReader.list(fileOrFolder).files()
            : List.of(fileOrFolder);
    return files.stream()
        .flatMap(file -> InputReader.read(file).stream())
        .map(labelling::label)
        .toList();
  }

  /** The labels as {@code voci label} shows them, in English and without colours. */
  public String show(LabelledArticle article) {
    return new LabelTerminal(model.scheme(), new LabelTerminal.Style(WIDTH, false, Language.EN, 0))
        .rendering()
        .result()
        .apply(article);
  }
}
