package it.voci.report;

import it.voci.classifier.Evidence;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.LabelledArticle.LabelledParagraph;
import it.voci.classifier.Prediction;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Article;
import it.voci.corpus.Label;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.quotes.Attribution;
import it.voci.quotes.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Labelled articles as one page, paragraphs in the colours of the scheme's first task that gives
 * exactly one label. Scores, speakers and evidence stand beside a paragraph when it is pointed at
 * or focused, and below it on narrow screens, without a pointer and on paper.
 */
public final class LabelHtml {
  private static final int COLOURS = 8;

  /** Lower scores are not listed, unless the label was given. */
  private static final double LEAST_LISTED = 0.01;

  private final LabelScheme scheme;
  private final String model;
  private final double least;
  private final Language language;
  private final Optional<Task> coloured;

  /**
   * A renderer.
   *
   * @param model the model's identity
   * @param least labels below this confidence are shown as unsure
   */
  public LabelHtml(LabelScheme scheme, String model, double least, Language language) {
    this.scheme = scheme;
    this.model = model;
    this.least = least;
    this.language = language;
    this.coloured = scheme.tasks().stream().filter(Task::isSingle).findFirst();
  }

  /** The page. */
  public Rendering<LabelledArticle> rendering() {
    String heading = language.say("Labelled articles", "Articoli etichettati");
    String about =
        language.say("Model ", "Modello ")
            + model
            + language.say(
                ". Labels and scores come from a statistical model, not from an editor.",
                ". Etichette e punteggi vengono da un modello statistico, non da una redazione.");
    String hint =
        language.say(
            "Point at a paragraph, or move to it with the Tab key, to see its scores.",
            "Indicate un paragrafo, o raggiungetelo con il tasto Tab, per vederne i punteggi.");
    Function<Object, String> fragments = HtmlPage.fragments("labels-article");
    return new HtmlPage(language.toString(), heading, "labels", false)
        .around(
            "articles",
            Map.of("heading", heading, "about", about, "hint", hint, "legend", legend()),
            fragments.compose(this::view));
  }

  private List<Map<String, String>> legend() {
    return coloured.stream()
        .flatMap(task -> task.labels().stream().map(label -> legend(task, label)))
        .toList();
  }

  private Map<String, String> legend(Task task, Label label) {
    return Map.of("colour", colour(task, label.id()), "name", language.name(label));
  }

  private static String colour(Task task, String label) {
    return "k" + (1 + task.indexOf(label) % COLOURS);
  }

  private record View(String title, String about, List<ParagraphView> paragraphs) {}

  private record ParagraphView(
      int number,
      String colour,
      List<SegmentView> segments,
      List<LabelView> labels,
      List<String> warnings,
      List<TaskView> tasks,
      boolean hasSpeakers,
      String speakersName,
      List<SpeakerView> speakers) {}

  private record SegmentView(String text, boolean isMarked, String kind, String why) {}

  private record LabelView(String name, String kind, boolean hasConfidence, String confidence) {}

  private record TaskView(String name, List<ScoreView> scores, List<Reason> reasons) {}

  private record ScoreView(String name, String share, String width, boolean isGiven) {}

  private record Reason(String label, String words) {}

  private record SpeakerView(String name, String side, String cue, String quote) {}

  private View view(LabelledArticle labelled) {
    Article article = labelled.input().article();
    List<String> about = new ArrayList<>();
    article.outlet().ifPresent(about::add);
    article.date().ifPresent(about::add);
    about.add(language.paragraphs(labelled.paragraphs().size()));
    article.title().ifPresent(title -> about.add(article.id()));
    List<ParagraphView> paragraphs = new ArrayList<>();
    for (int i = 0; i < labelled.paragraphs().size(); i++) {
      paragraphs.add(view(i + 1, article.paragraphs().get(i).text(), labelled.paragraphs().get(i)));
    }
    return new View(article.title().orElse(article.id()), String.join(" · ", about), paragraphs);
  }

  private ParagraphView view(int number, String text, LabelledParagraph paragraph) {
    List<TaskPrediction> tasks = paragraph.prediction().map(Prediction::tasks).orElse(List.of());
    List<Evidence> evidence = paragraph.evidence().orElse(List.of());
    List<SpeakerView> speakers =
        paragraph.prediction().stream()
            .flatMap(prediction -> Utterance.of(text, prediction.speech()).stream())
            .map(this::view)
            .toList();
    return new ParagraphView(
        number,
        coloured
            .flatMap(task -> tasks.stream().filter(one -> one.task().equals(task)).findFirst())
            .flatMap(one -> one.label(least).map(label -> colour(one.task(), label)))
            .orElse("k0"),
        MarkedSegment.of(text, evidence).stream().map(this::view).toList(),
        tasks.stream().flatMap(task -> labels(task).stream()).toList(),
        paragraph.warnings().stream().map(language::name).toList(),
        tasks.stream().map(task -> view(task, text, evidence)).toList(),
        !speakers.isEmpty(),
        language.say("Speakers", "Chi parla"),
        speakers);
  }

  private List<LabelView> labels(TaskPrediction task) {
    if (task.task().isSingle()) {
      String name =
          task.label(least)
              .map(label -> name(task.task(), label))
              .orElse(language.say("unsure", "incerto"));
      return List.of(new LabelView(name, kind(task.task()), true, share(task.confidence())));
    }
    List<LabelView> labels = new ArrayList<>();
    for (String label : task.sure(least)) {
      labels.add(new LabelView(name(task.task(), label), "other", false, ""));
    }
    for (String label : task.unsure(least)) {
      labels.add(new LabelView(name(task.task(), label) + "?", "other", false, ""));
    }
    return labels;
  }

  private String kind(Task task) {
    return coloured.filter(task::equals).isPresent() ? "main" : "other";
  }

  private TaskView view(TaskPrediction task, String text, List<Evidence> evidence) {
    List<ScoreView> scores =
        IntStream.range(0, task.scores().size())
            .boxed()
            .filter(
                i ->
                    task.scores().get(i) >= LEAST_LISTED
                        || task.labels().contains(task.task().labels().get(i).id()))
            .sorted(Comparator.comparingDouble(i -> -task.scores().get(i)))
            .map(i -> view(task, i))
            .toList();
    List<Reason> reasons =
        task.labels().stream()
            .map(
                label ->
                    new Reason(
                        name(task.task(), label),
                        EvidenceWords.of(text, evidence, task.task(), label)))
            .filter(reason -> !reason.words().isEmpty())
            .toList();
    return new TaskView(task.task().id().replace('_', ' '), scores, reasons);
  }

  private ScoreView view(TaskPrediction task, int label) {
    double score = task.scores().get(label);
    return new ScoreView(
        language.name(task.task().labels().get(label)),
        share(score),
        String.format(Locale.ROOT, "%.0f", 100 * score),
        task.labels().contains(task.task().labels().get(label).id()));
  }

  private SegmentView view(MarkedSegment segment) {
    long main = segment.evidence().stream().filter(one -> kind(task(one)).equals("main")).count();
    String kind = main == 0 ? "other" : main == segment.evidence().size() ? "main" : "both";
    String why =
        segment.evidence().stream()
            .map(one -> name(task(one), one.label()) + EvidenceWords.weight(one))
            .collect(Collectors.joining(" · "));
    return new SegmentView(segment.text(), !segment.evidence().isEmpty(), kind, why);
  }

  private Task task(Evidence evidence) {
    return scheme.tasks().stream()
        .filter(task -> task.id().equals(evidence.task()))
        .findFirst()
        .orElseThrow();
  }

  private SpeakerView view(Utterance utterance) {
    boolean direct = utterance.kind() == Attribution.Kind.DIRECT;
    return new SpeakerView(
        utterance.name().isEmpty() ? language.nobody() : utterance.name(),
        language.name(utterance.side()),
        utterance.cue().isEmpty() ? "" : ", " + utterance.cue(),
        direct ? "«" + utterance.quote() + "»" : utterance.quote());
  }

  private String name(Task task, String label) {
    return language.name(task.labels().get(task.indexOf(label)));
  }

  private static String share(double score) {
    return TerminalText.percent(score).strip();
  }
}
