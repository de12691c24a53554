package it.voci.report;

import it.voci.corpus.Label;
import it.voci.corpus.Task;
import it.voci.evaluation.Interval;
import it.voci.evaluation.Ledger;
import it.voci.evaluation.Ledger.Measure;
import it.voci.evaluation.Ledger.Part;
import it.voci.evaluation.Ledger.Share;
import it.voci.evaluation.LedgerSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A ledger as text: tables that read as they stand and are Markdown too. Under every label stand
 * the parts, so that they can be compared.
 */
public final class LedgerText {
  static final String NOT_GIVEN = "not given";
  private static final String ALL = "all";
  private static final int NAME = 28;

  private final Ledger ledger;
  private final LedgerSources sources;
  private final StringBuilder out = new StringBuilder();

  private LedgerText(Ledger ledger, LedgerSources sources) {
    this.ledger = ledger;
    this.sources = sources;
  }

  public static String render(Ledger ledger, LedgerSources sources) {
    LedgerText text = new LedgerText(ledger, sources);
    text.heading();
    text.sizes();
    ledger.tasks().forEach(text::task);
    text.crossing();
    text.speakers();
    return text.out.toString();
  }

  private void heading() {
    out.append("# Ledger by ").append(ledger.by().name().toLowerCase(Locale.ROOT));
    out.append("\n\nShares in percent of what has a label. Intervals: 95 %, bootstrap over");
    out.append(" articles; none for a single article.\n");
    sources
        .confusions()
        .ifPresent(
            source ->
                out.append("Adjusted: as if ")
                    .append(TerminalText.harmless(source))
                    .append(" told how often labels are mistaken here too.\n"));
    sources
        .notes()
        .forEach(note -> out.append("Note: ").append(TerminalText.harmless(note)).append(".\n"));
  }

  private void sizes() {
    out.append('\n');
    MarkdownTable table =
        new MarkdownTable(
            ledger.by().name().toLowerCase(Locale.ROOT),
            List.of("articles", "paragraphs", "words", "words of speech"));
    forEachPart(
        (name, part) ->
            table.row(
                name,
                List.of(
                    "" + part.articles(),
                    "" + part.paragraphs(),
                    "" + part.words(),
                    percent(part.speakers().share()))));
    out.append(table.render());
  }

  private interface PartReader {
    void read(String name, Part part);
  }

  private void forEachPart(PartReader reader) {
    reader.read(ALL, ledger.all());
    ledger.parts().forEach(part -> reader.read(name(part), part));
  }

  private static String name(Part part) {
    return TerminalText.cut(TerminalText.harmless(part.value().orElse(NOT_GIVEN)), NAME);
  }

  private void task(Task task) {
    boolean adjusted = ledger.adjusted().contains(task.id());
    out.append("\n## ").append(task.id()).append("\n\n");
    List<String> columns = new ArrayList<>(List.of("words", "95 %"));
    columns.addAll(adjusted ? List.of("adjusted", "95 %") : List.of());
    columns.addAll(List.of("paragraphs", "95 %"));
    columns.addAll(adjusted ? List.of("adjusted", "95 %") : List.of());
    MarkdownTable table = new MarkdownTable("", columns);
    for (Label label : task.labels()) {
      table.row(label.en(), columns.stream().map(column -> "").toList());
      forEachPart(
          (name, part) -> {
            Ledger.TaskShares shares = part.task(task.id());
            List<String> cells = new ArrayList<>();
            for (Measure measure : List.of(shares.words(), shares.paragraphs())) {
              Share share = measure.labels().get(label.id());
              cells.addAll(cells(share));
              if (adjusted) {
                cells.add(share.adjusted().map(i -> percent(i.estimate())).orElse(""));
                cells.add(bounds(share.adjusted()));
              }
            }
            table.row("· " + name, cells);
          });
    }
    out.append(table.render());
    abstentions(task);
  }

  private void abstentions(Task task) {
    forEachPart(
        (name, part) -> {
          Measure paragraphs = part.task(task.id()).paragraphs();
          if (paragraphs.abstained() > 0) {
            out.append("\nNo label, ").append(name).append(": ");
            out.append(paragraphs.abstained()).append(" paragraphs, ");
            out.append(part.task(task.id()).words().abstained()).append(" words.");
          }
        });
    if (out.charAt(out.length() - 1) == '.') {
      out.append('\n');
    }
  }

  private void crossing() {
    ledger
        .all()
        .crossing()
        .ifPresent(
            all -> {
              out.append("\n## ").append(all.rows()).append(" × ").append(all.columns());
              out.append(", shares of words\n\n");
              Function<String, Task> task =
                  id ->
                      ledger.tasks().stream()
                          .filter(known -> known.id().equals(id))
                          .findFirst()
                          .orElseThrow();
              List<Label> columns = task.apply(all.columns()).labels();
              MarkdownTable table = new MarkdownTable("", columns.stream().map(Label::en).toList());
              for (Label row : task.apply(all.rows()).labels()) {
                table.row(row.en(), columns.stream().map(column -> "").toList());
                forEachPart(
                    (name, part) -> {
                      Map<String, Share> cells =
                          part.crossing().orElseThrow().words().cells().get(row.id());
                      table.row(
                          "· " + name,
                          columns.stream()
                              .map(column -> withBounds(cells.get(column.id())))
                              .toList());
                    });
              }
              out.append(table.render());
            });
  }

  private void speakers() {
    forEachPart(
        (name, part) -> {
          if (part.speakers().first().isEmpty()) {
            return;
          }
          out.append("\n## Speakers, ").append(name).append("\n\n");
          MarkdownTable table =
              new MarkdownTable("", List.of("side", "words", "of all words", "95 %", "articles"));
          for (Ledger.Speaker speaker : part.speakers().first()) {
            List<String> cells =
                new ArrayList<>(List.of(speaker.side(), "" + speaker.words().count()));
            cells.addAll(cells(speaker.words()));
            cells.add("" + speaker.articles());
            table.row(TerminalText.cut(TerminalText.harmless(speaker.name()), NAME), cells);
          }
          out.append(table.render());
          out.append("\n").append(part.speakers().first().size()).append(" of ");
          out.append(part.speakers().number()).append(" names; ");
          out.append(part.speakers().unnamed()).append(" of ").append(part.speakers().words());
          out.append(" words of speech are nobody's by name.\n");
        });
  }

  private static List<String> cells(Share share) {
    return List.of(percent(share.share()), bounds(share.interval()));
  }

  private static String withBounds(Share share) {
    String bounds = bounds(share.interval());
    return percent(share.share()) + (bounds.isEmpty() ? "" : " (" + bounds + ")");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String bounds(Optional<Interval> interval) {
    return interval.map(i -> percent(i.low()) + "–" + percent(i.high())).orElse("");
  }
}
