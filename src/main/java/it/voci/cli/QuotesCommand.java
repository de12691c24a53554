package it.voci.cli;

import it.voci.app.AttributionEvaluation;
import it.voci.app.QuoteListing;
import it.voci.quotes.QuotedArticle;
import it.voci.report.AttributionText;
import it.voci.report.QuotesCsv;
import it.voci.report.QuotesHtml;
import it.voci.report.QuotesJson;
import it.voci.report.QuotesTerminal;
import it.voci.report.Rendering;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code voci quotes}. */
@Command(
    name = "quotes",
    description = "List who says what in articles: quotations and reported speech.",
    footer = {
      "",
      "Examples:",
      "  voci quotes articolo.txt",
      "  voci quotes --format jsonl -o citazioni.jsonl articoli/",
      "  voci quotes --format csv --separator ';' -o citazioni.csv articoli/",
      "  voci quotes --format html --lang it -o citazioni.html articolo.txt",
      "  voci quotes --check datasets/voci-it/attributions.jsonl"
    })
final class QuotesCommand extends ArticleCommand<QuotedArticle> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description =
          "Instead of listing, score the program on annotated speech (JSONL) whose articles are in"
              + " the dataset folder that holds the file.")
  private Optional<Path> check;

  QuotesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    if (check.isPresent()) {
      if (hasInputs()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--check reads its articles from the dataset; leave out INPUT");
      }
      write(
          options().output(),
          sink ->
              sink.accept(
                  AttributionText.render(
                      "attributions of " + check.get(),
                      AttributionEvaluation.run(check.get(), options().actors()))));
      return DONE;
    }
    List<String> inputs = namedInputs();
    QuoteListing listing = new QuoteListing(options().actors());
    return run("quotes", inputs, listing::list, rendering());
  }

  private Rendering<QuotedArticle> rendering() {
    return switch (options().format()) {
      case TERMINAL -> new QuotesTerminal(terminal().width(), options().language()).rendering();
      case JSON -> QuotesJson.document();
      case JSONL -> QuotesJson.jsonLines();
      case CSV -> QuotesCsv.rendering(options().separator());
      case HTML -> QuotesHtml.rendering(options().language());
    };
  }
}
