package it.voci.cli;

import it.voci.app.Labelling;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.OcclusionEvidence;
import it.voci.report.LabelCsv;
import it.voci.report.LabelHtml;
import it.voci.report.LabelJson;
import it.voci.report.LabelTerminal;
import it.voci.report.Rendering;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voci label}. */
@Command(
    name = "label",
    description = "Label every paragraph of articles.",
    footer = {
      "",
      "Examples:",
      "  voci label articolo.txt",
      "  voci label --explain articolo.txt",
      "  voci label https://www.example.org/articolo.html pagina.html rapporto.pdf",
      "  voci label --format jsonl -o etichette.jsonl articoli/",
      "  voci label --format html --explain --lang it -o articolo.html articolo.txt",
      "  voci label --format csv --min-confidence 0.6 -o etichette.csv articoli/",
      "  voci label --format csv --separator ';' -o etichette.csv articoli/",
      "  pbpaste | voci label -"
    })
final class LabelCommand extends ArticleCommand<LabelledArticle> {
  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model directory; without it the model that ships with voci.")
  private Optional<Path> model;

  @Option(names = "--explain", description = "Mark the words that carry each label; takes longer.")
  private boolean explain;

  @Option(
      names = "--min-confidence",
      paramLabel = "P",
      description = "Below this confidence (0 to 1) no label is given (default: ${DEFAULT-VALUE}).")
  private double least = 0;

  LabelCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    List<String> inputs = namedInputs();
    LabelTerminal.Style style =
        new LabelTerminal.Style(
            terminal().width(),
            terminal().colours() && options().output().isEmpty(),
            options().language(),
            least);
    StoredModel stored =
        ModelDirectory.read(model.orElseGet(TerminalCommand::shippedModel))
            .plus(options().actors());
    Labelling labelling =
        new Labelling(
            stored.classifier(),
            explain ? Optional.of(new OcclusionEvidence(stored.classifier())) : Optional.empty());
    return run("labelling", inputs, labelling::label, rendering(stored, style));
  }

  private Rendering<LabelledArticle> rendering(StoredModel stored, LabelTerminal.Style style) {
    String id = stored.manifest().id();
    LabelJson json = new LabelJson(stored.scheme(), id, least);
    return switch (options().format()) {
      case TERMINAL -> new LabelTerminal(stored.scheme(), style).rendering();
      case JSON -> json.document();
      case JSONL -> json.jsonLines();
      case CSV -> LabelCsv.rendering(stored.scheme(), id, least, explain, options().separator());
      case HTML -> new LabelHtml(stored.scheme(), id, least, options().language()).rendering();
    };
  }
}
