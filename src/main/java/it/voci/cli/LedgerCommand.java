package it.voci.cli;

import it.voci.app.VoiceLedger;
import it.voci.corpus.Period;
import it.voci.evaluation.Ledger;
import it.voci.evaluation.LedgerSettings;
import it.voci.report.LedgerCsv;
import it.voci.report.LedgerHtml;
import it.voci.report.LedgerJson;
import it.voci.report.LedgerText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voci ledger}. */
@Command(
    name = "ledger",
    description =
        "Count who gets to speak, how much, where and when: shares of words and paragraphs for each"
            + " label, with intervals, and the speakers with most words.",
    footer = {
      "",
      "LABELS are what voci label --format jsonl writes. Shares are also given adjusted for what the"
          + " model is known to confuse, if its evaluation was recorded (voci evaluate --card) or"
          + " is named with --confusion.",
      "",
      "Examples:",
      "  voci label --format jsonl -o etichette.jsonl articoli/",
      "  voci ledger etichette.jsonl",
      "  voci ledger --format html -o registro.html etichette.jsonl",
      "  voci ledger --by date --period year --format csv -o anni.csv etichette.jsonl",
      "  voci ledger --meta testate.csv --confusion out/report.json etichette.jsonl"
    })
final class LedgerCommand extends TerminalCommand {
  /** How the ledger is printed. */
  enum Format {
    TERMINAL,
    CSV,
    JSON,
    HTML
  }

  @Parameters(
      paramLabel = "LABELS.jsonl",
      arity = "1..*",
      description = "Label records of one label scheme; an article may occur only once.")
  private List<Path> labels;

  @Option(
      names = "--by",
      paramLabel = "outlet|date|article",
      description = "What shares are compared (default: ${DEFAULT-VALUE}).")
  private Ledger.By by = Ledger.By.OUTLET;

  @Option(
      names = "--period",
      paramLabel = "day|month|year",
      description = "How finely dates are told apart (default: ${DEFAULT-VALUE}).")
  private Period period = LedgerSettings.DEFAULTS.period();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "terminal (Markdown tables), csv, json or html (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TERMINAL;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write there instead of to standard output.")
  private Optional<Path> output;

  @Option(
      names = "--meta",
      paramLabel = "FILE.csv",
      description =
          "Outlets and dates of articles: columns article,outlet,date; what it leaves blank is taken"
              + " from the records.")
  private Optional<Path> meta;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description =
          "The model that gave the labels, for the names of labels and its recorded confusions;"
              + " without it the model that ships with voci.")
  private Path model = shippedModel();

  @Option(
      names = "--confusion",
      paramLabel = "REPORT.json",
      description = "Take the confusions from this evaluation (voci evaluate --report).")
  private Optional<Path> confusion;

  @Option(
      names = "--speakers",
      paramLabel = "N",
      description = "List so many speakers at most (default: ${DEFAULT-VALUE}).")
  private int speakers = LedgerSettings.DEFAULTS.speakers();

  LedgerCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    LedgerSettings settings =
        new LedgerSettings(by, period, speakers, LedgerSettings.DEFAULTS.bootstrap());
    VoiceLedger book = VoiceLedger.read(new VoiceLedger.Request(labels, meta, model, confusion));
    String text =
        switch (format) {
          case TERMINAL -> LedgerText.render(book.ledger(settings), book.sources());
          case CSV -> LedgerCsv.render(book.ledger(settings));
          case JSON ->
              LedgerJson.render(book.ledger(settings), book.sources(), settings.bootstrap());
          case HTML -> LedgerHtml.render(pageOf(book, settings), book.sources());
        };
    write(output, sink -> sink.accept(text));
    if (format != Format.TERMINAL) {
      book.sources().notes().forEach(this::tell);
    }
    return DONE;
  }

  /** A page has room for all: outlets, dates and, on request, articles. */
  private static List<Ledger> pageOf(VoiceLedger book, LedgerSettings settings) {
    List<Ledger.By> shown = new ArrayList<>(List.of(Ledger.By.OUTLET, Ledger.By.DATE));
    if (settings.by() == Ledger.By.ARTICLE) {
      shown.add(Ledger.By.ARTICLE);
    }
    return shown.stream().map(by -> book.ledger(settings.by(by))).toList();
  }
}
