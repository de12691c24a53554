package it.voci.report;

import it.voci.corpus.Label;
import it.voci.corpus.Task;
import it.voci.evaluation.Interval;
import it.voci.evaluation.Ledger;
import it.voci.evaluation.Ledger.Measure;
import it.voci.evaluation.Ledger.Part;
import it.voci.evaluation.Ledger.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The tables of a ledger, in percent. Under every label stand the parts, to be compared. */
final class LedgerTables {
  private static final int NAME = 28;

  private LedgerTables() {}

  /** All articles, then the parts. */
  static void forEachPart(Ledger ledger, BiConsumer<String, Part> reader) {
    reader.accept("all", ledger.all());
    ledger.parts().forEach(part -> reader.accept(name(part), part));
  }

  static String name(Part part) {
    return cut(part.value().orElse("not given"));
  }

  private static String cut(String name) {
    return TerminalText.cut(TerminalText.harmless(name), NAME);
  }

  static MarkdownTable sizes(Ledger ledger) {
    MarkdownTable table =
        new MarkdownTable(
            ledger.by().name().toLowerCase(Locale.ROOT),
            List.of("articles", "paragraphs", "words", "words of speech"));
    forEachPart(
        ledger,
        (name, part) ->
            table.row(
                name,
                List.of(
                    "" + part.articles(),
                    "" + part.paragraphs(),
                    "" + part.words(),
                    percent(part.speakers().share()))));
    return table;
  }

  static MarkdownTable task(Ledger ledger, Task task) {
    boolean adjusted = ledger.adjusted().contains(task.id());
    List<String> columns = new ArrayList<>(List.of("words", "95 %"));
    columns.addAll(adjusted ? List.of("adjusted", "95 %") : List.of());
    columns.addAll(List.of("paragraphs", "95 %"));
    columns.addAll(adjusted ? List.of("adjusted", "95 %") : List.of());
    MarkdownTable table = new MarkdownTable("", columns);
    for (Label label : task.labels()) {
      table.row(label.en(), columns.stream().map(column -> "").toList());
      forEachPart(
          ledger,
          (name, part) -> {
            Ledger.TaskShares shares = part.task(task.id());
            List<String> cells = new ArrayList<>();
            for (Measure measure : List.of(shares.words(), shares.paragraphs())) {
              Share share = measure.labels().get(label.id());
              cells.addAll(List.of(percent(share.share()), bounds(share.interval())));
              if (adjusted) {
                cells.add(share.adjusted().map(i -> percent(i.estimate())).orElse(""));
                cells.add(bounds(share.adjusted()));
              }
            }
            table.row("· " + name, cells);
          });
    }
    return table;
  }

  /** Shares of words. */
  static MarkdownTable crossing(Ledger ledger, Task rows, Task columns) {
    MarkdownTable table = new MarkdownTable("", columns.labels().stream().map(Label::en).toList());
    for (Label row : rows.labels()) {
      table.row(row.en(), columns.labels().stream().map(column -> "").toList());
      forEachPart(
          ledger,
          (name, part) -> {
            Map<String, Share> cells = part.crossing().orElseThrow().words().cells().get(row.id());
            table.row(
                "· " + name,
                columns.labels().stream()
                    .map(column -> withBounds(cells.get(column.id())))
                    .toList());
          });
    }
    return table;
  }

  static MarkdownTable speakers(Ledger.Speakers speakers) {
    MarkdownTable table =
        new MarkdownTable("", List.of("side", "words", "of all words", "95 %", "articles"));
    for (Ledger.Speaker speaker : speakers.first()) {
      Share words = speaker.words();
      table.row(
          cut(speaker.name()),
          List.of(
              speaker.side(),
              "" + words.count(),
              percent(words.share()),
              bounds(words.interval()),
              "" + speaker.articles()));
    }
    return table;
  }

  /** How many there are beside those in the table. */
  static String rest(Ledger.Speakers speakers) {
    return speakers.first().size()
        + " of "
        + speakers.number()
        + " names; "
        + speakers.unnamed()
        + " of "
        + speakers.words()
        + " words of speech are nobody's by name.";
  }

  /** What the model gave no label; empty where there is nothing. */
  static List<String> abstentions(Ledger ledger, Task task) {
    List<String> lines = new ArrayList<>();
    forEachPart(
        ledger,
        (name, part) -> {
          Measure paragraphs = part.task(task.id()).paragraphs();
          if (paragraphs.abstained() > 0) {
            lines.add(
                "No label, "
                    + name
                    + ": "
                    + paragraphs.abstained()
                    + " paragraphs, "
                    + part.task(task.id()).words().abstained()
                    + " words.");
          }
        });
    return lines;
  }

  private static String withBounds(Share share) {
    String bounds = bounds(share.interval());
    return percent(share.share()) + (bounds.isEmpty() ? "" : " (" + bounds + ")");
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String bounds(Optional<Interval> interval) {
    return interval.map(i -> percent(i.low()) + "–" + percent(i.high())).orElse("");
  }
}
