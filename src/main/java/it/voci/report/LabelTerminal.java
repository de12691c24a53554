package it.voci.report;

import it.voci.UserException;
import it.voci.classifier.Evidence;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.LabelledArticle.LabelledParagraph;
import it.voci.classifier.Prediction;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Label;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.quotes.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Labelled articles to be read on a terminal: for every paragraph its number, its labels and their
 * confidence, and its first words. The first task of the scheme comes first, with a bar and a
 * colour of its own for each label.
 */
public final class LabelTerminal {
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
  private static final int INDENT = 5;
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

  /** Articles one after the other. */
  public Rendering<LabelledArticle> rendering() {
    return Rendering.plain(this::render);
  }

  /** The article as lines, the last one ended too. */
  String render(LabelledArticle article) {
    StringBuilder out = new StringBuilder();
    List<String> heading = new ArrayList<>();
    heading.add(article.input().article().id());
    article.input().article().title().ifPresent(heading::add);
    article.input().article().outlet().ifPresent(heading::add);
    article.input().article().date().ifPresent(heading::add);
    int count = article.paragraphs().size();
    heading.add(style.language().paragraphs(count));
    String line = TerminalText.harmless(String.join(" · ", heading));
    out.append(styled(BOLD, TerminalText.cut(line, style.width()))).append("\n\n");
    for (int i = 0; i < count; i++) {
      paragraph(article, i, out);
    }
    return out.toString();
  }

  private void paragraph(LabelledArticle article, int index, StringBuilder out) {
    String number = TerminalText.number(index + 1);
    LabelledParagraph paragraph = article.paragraphs().get(index);
    if (paragraph.prediction().isEmpty()) {
      String empty = "(" + style.language().name(LabelledArticle.Warning.EMPTY) + ")";
      out.append(styled(DIM, number + empty)).append("\n\n");
      return;
    }
    Prediction prediction = paragraph.prediction().get();
    List<String> lines = new ArrayList<>();
    if (!paragraph.warnings().isEmpty()) {
      lines.add(styled(DIM, cut(warnings(paragraph))));
    }
    String text = article.input().article().paragraphs().get(index).text();
    if (paragraph.evidence().isPresent()) {
      lines.addAll(marked(text, prediction, paragraph.evidence().get()));
      lines.addAll(reasons(text, prediction, paragraph.evidence().get()));
    } else {
      lines.add(styled(DIM, cut(text)));
    }
    speakers(prediction).ifPresent(line -> lines.add(styled(DIM, cut(line))));
    out.append(labels(number, prediction.tasks()));
    lines.forEach(line -> out.append("\n").append(" ".repeat(INDENT)).append(line));
    out.append("\n\n");
  }

  private String cut(String line) {
    return TerminalText.cut(TerminalText.harmless(line), style.width() - INDENT);
  }

  private String labels(String number, List<TaskPrediction> tasks) {
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
      String shown = TerminalText.cut(plain, style.width() - used).stripTrailing();
      labels.append(t == 0 ? styled(colour(task), shown) : shown);
      labels.append(t == tasks.size() - 1 ? "" : " ".repeat(GAP));
      used += length + GAP;
    }
    return labels.toString().replaceAll("(?m) +$", "");
  }

  private String warnings(LabelledParagraph paragraph) {
    return paragraph.warnings().stream()
        .map(style.language()::name)
        .collect(Collectors.joining(", ", style.language().say("warning: ", "avviso: "), ""));
  }

  private Optional<String> speakers(Prediction prediction) {
    String speakers =
        prediction.speech().stream()
            .map(attribution -> attribution.speaker())
            .filter(Speaker::isKnown)
            .map(speaker -> speaker.name() + " (" + style.language().name(speaker.side()) + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(style.language().say("speak: ", "parlano: ") + speakers)
        .filter(line -> !speakers.isEmpty());
  }

  /** The whole text: what carries the first task's label in bold, the others' underlined. */
  private List<String> marked(String text, Prediction prediction, List<Evidence> evidence) {
    int[] marks = new int[text.length()];
    String first = prediction.tasks().get(0).task().id();
    for (Evidence one : evidence) {
      int mark = one.task().equals(first) ? MarkedText.BOLD : MarkedText.UNDERLINED;
      for (int i = one.span().start(); i < one.span().end(); i++) {
        marks[i] |= mark;
      }
    }
    return new MarkedText(text, i -> marks[i]).lines(style.width() - INDENT, style.colours());
  }

  /** A line for every label with the words that carry it, strongest first. */
  private List<String> reasons(String text, Prediction prediction, List<Evidence> evidence) {
    List<String> lines = new ArrayList<>();
    for (TaskPrediction task : prediction.tasks()) {
      for (String label : task.labels()) {
        String words = EvidenceWords.of(text, evidence, task.task(), label);
        if (!words.isEmpty()) {
          new MarkedText(name(task.task(), label) + " ← " + words, i -> 0)
              .lines(style.width() - INDENT, false)
              .forEach(line -> lines.add(styled(DIM, line)));
        }
      }
    }
    return lines;
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
    String name = label.map(id -> name(task, id)).orElse(style.language().say("unsure", "incerto"));
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
    return style.language().name(label);
  }

  private String styled(String code, String text) {
    return style.colours() ? code + text + RESET : text;
  }
}
