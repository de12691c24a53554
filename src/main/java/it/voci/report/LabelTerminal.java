package it.voci.report;

import it.voci.UserException;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.LabelledArticle.LabelledParagraph;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Label;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.quotes.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Labelled articles to be read on a terminal: for every paragraph its number, its labels and their
 * confidence, and its first words. The first task of the scheme comes first, with a bar and a
 * colour of its own for each label.
 */
public final class LabelTerminal {
  /** Display language of the labels. */
  public enum Language {
    EN,
    IT
  }

  /**
   * How to show it.
   *
   * @param width columns, 60 to 200
   * @param colours ANSI escape sequences allowed
   * @param least below this confidence a label is shown as unsure
   */
  public record Style(int width, boolean colours, Language language, double least) {
    public Style {
      width = Math.max(60, Math.min(200, width));
      if (!(least >= 0 && least <= 1)) {
        throw new UserException("--min-confidence must be 0 to 1 but was " + least);
      }
    }
  }

  private static final int BAR = 8;
  private static final int GAP = 3;
  private static final String RESET = "\u001B[0m";
  private static final String BOLD = "\u001B[1m";
  private static final String DIM = "\u001B[2m";

  /** Colours that read well on light and on dark ground; yellow and white do not. */
  private static final List<String> COLOURS =
      List.of(
          "\u001B[31m",
          "\u001B[35m",
          "\u001B[34m",
          "\u001B[36m",
          "\u001B[32m",
          "\u001B[1m",
          "\u001B[39m",
          "\u001B[2m");

  private final Style style;
  private final List<Integer> widths;

  public LabelTerminal(LabelScheme scheme, Style style) {
    this.style = style;
    this.widths =
        scheme.tasks().stream()
            .map(
                task ->
                    task.labels().stream()
                        .map(this::name)
                        .mapToInt(name -> name.codePointCount(0, name.length()))
                        .max()
                        .orElse(1))
            .toList();
  }

  /** The article as lines, the last one ended too. */
  public String render(LabelledArticle article) {
    StringBuilder out = new StringBuilder();
    List<String> heading = new ArrayList<>();
    heading.add(article.input().article().id());
    article.input().article().title().ifPresent(heading::add);
    article.input().article().outlet().ifPresent(heading::add);
    article.input().article().date().ifPresent(heading::add);
    int count = article.paragraphs().size();
    heading.add(count + (count == 1 ? " paragraph" : " paragraphs"));
    String line = TerminalText.harmless(String.join(" · ", heading));
    out.append(styled(BOLD, TerminalText.cut(line, style.width()))).append("\n\n");
    for (int i = 0; i < count; i++) {
      paragraph(article, i, out);
    }
    return out.toString();
  }

  private void paragraph(LabelledArticle article, int index, StringBuilder out) {
    String number = String.format(Locale.ROOT, "%3d  ", index + 1);
    LabelledParagraph paragraph = article.paragraphs().get(index);
    if (paragraph.prediction().isEmpty()) {
      out.append(styled(DIM, number + "(empty)")).append("\n\n");
      return;
    }
    List<TaskPrediction> tasks = paragraph.prediction().get().tasks();
    StringBuilder labels = new StringBuilder(number);
    int used = number.length();
    for (int t = 0; t < tasks.size(); t++) {
      TaskPrediction task = tasks.get(t);
      String plain = plain(task, t);
      int length = plain.codePointCount(0, plain.length());
      if (used + length > style.width() && used > number.length()) {
        labels.append("\n").append(" ".repeat(number.length()));
        used = number.length();
      }
      String shown = TerminalText.cut(plain, style.width() - used);
      labels.append(t == 0 ? styled(colour(task), shown.stripTrailing()) : shown.stripTrailing());
      labels.append(t == tasks.size() - 1 ? "" : " ".repeat(GAP));
      used += length + GAP;
    }
    out.append(labels.toString().replaceAll("(?m) +$", ""));
    if (!paragraph.warnings().isEmpty()) {
      out.append("\n").append(" ".repeat(number.length()));
      String warnings =
          paragraph.warnings().stream()
              .map(warning -> warning.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      out.append(styled(DIM, "warning: " + warnings));
    }
    String text = TerminalText.harmless(article.input().article().paragraphs().get(index).text());
    out.append("\n").append(" ".repeat(number.length()));
    out.append(styled(DIM, TerminalText.cut(text, style.width() - number.length())));
    String speakers =
        paragraph.prediction().get().speech().stream()
            .map(attribution -> attribution.speaker())
            .filter(Speaker::isKnown)
            .map(speaker -> speaker.name() + " (" + side(speaker) + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    if (!speakers.isEmpty()) {
      String line = TerminalText.harmless("speak: " + speakers);
      out.append("\n").append(" ".repeat(number.length()));
      out.append(styled(DIM, TerminalText.cut(line, style.width() - number.length())));
    }
    out.append("\n\n");
  }

  private static String side(Speaker speaker) {
    return speaker.side().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String plain(TaskPrediction prediction, int place) {
    Task task = prediction.task();
    if (!task.isSingle()) {
      List<String> names = new ArrayList<>();
      prediction.sure(style.least()).forEach(id -> names.add(name(task, id)));
      prediction.unsure(style.least()).forEach(id -> names.add(name(task, id) + "?"));
      return names.isEmpty() ? "–" : String.join(", ", names);
    }
    Optional<String> label = prediction.label(style.least());
    String name = label.map(id -> name(task, id)).orElse("unsure");
    double confidence = prediction.confidence();
    String bar = place == 0 ? bar(confidence) + " " : "";
    return TerminalText.pad(name, widths.get(place)) + " " + bar + TerminalText.percent(confidence);
  }

  private static String bar(double share) {
    int full = (int) Math.round(share * BAR);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  private String colour(TaskPrediction prediction) {
    if (!prediction.task().isSingle()) {
      return RESET;
    }
    Optional<String> label = prediction.label(style.least());
    return label.map(id -> COLOURS.get(prediction.task().indexOf(id) % COLOURS.size())).orElse(DIM);
  }

  private String name(Task task, String id) {
    return name(task.labels().get(task.indexOf(id)));
  }

  private String name(Label label) {
    return style.language() == Language.IT ? label.it() : label.en();
  }

  private String styled(String code, String text) {
    return style.colours() ? code + text + RESET : text;
  }
}
