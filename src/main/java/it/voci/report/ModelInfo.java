package it.voci.report;

import it.voci.corpus.Task;
import it.voci.store.Manifest;
import it.voci.store.StoredModel;
import java.util.Locale;

/** A model's manifest as lines to be read. */
public final class ModelInfo {
  private ModelInfo() {}

  public static String render(StoredModel model) {
    Manifest manifest = model.manifest();
    StringBuilder out = new StringBuilder();
    line(out, "model", manifest.id() + ", format " + manifest.formatVersion());
    line(out, "scheme", manifest.scheme().name() + ", version " + manifest.scheme().version());
    for (Task task : model.scheme().tasks()) {
      String kind = task.kind().name().toLowerCase(Locale.ROOT);
      line(out, "  " + task.id(), kind + ": " + String.join(", ", task.labelIds()));
    }
    line(
        out,
        "trained on",
        manifest.dataset().name()
            + ", "
            + manifest.dataset().articles()
            + " articles, "
            + manifest.dataset().paragraphs()
            + " paragraphs");
    line(out, "command", manifest.dataset().command());
    line(
        out,
        "word vectors",
        manifest.embedding().words() + " of dimension " + manifest.embedding().dimension());
    line(out, "seed", Long.toString(manifest.settings().training().seed()));
    line(out, "commit", manifest.commit());
    manifest.versions().forEach((what, version) -> line(out, what, version));
    for (String score : manifest.devScores().keySet()) {
      if (!score.endsWith(".low") && !score.endsWith(".high")) {
        line(out, "dev " + score, Figures.devScore(manifest, score));
      }
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append(TerminalText.pad(name, 24)).append(TerminalText.harmless(value)).append('\n');
  }
}
