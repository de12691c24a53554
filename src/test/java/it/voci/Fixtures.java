package it.voci;

import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.classifier.ClassifierSettings;
import it.voci.classifier.LinearSettings;
import it.voci.classifier.NetworkSettings;
import it.voci.classifier.TrainingSettings;
import it.voci.corpus.Article;
import it.voci.corpus.Label;
import it.voci.corpus.LabelRule;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import it.voci.features.FeatureSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small scheme, a few articles in it and settings that learn them in a second. */
public final class Fixtures {
  public static final Task TONE =
      new Task(
          "tone",
          Task.Kind.SINGLE,
          List.of(
              new Label("good", "Good", "Buono", "Praise."),
              new Label("bad", "Bad", "Cattivo", "Blame."),
              new Label("none", "None", "Nessuno", "Neither.")));

  public static final Task SUBJECTS =
      new Task(
          "subjects",
          Task.Kind.MULTI,
          List.of(
              new Label("food", "Food", "Cibo", "Meals."),
              new Label("travel", "Travel", "Viaggi", "Ways.")));

  public static final LabelScheme SCHEME =
      new LabelScheme(
          "toy",
          1,
          List.of(TONE, SUBJECTS),
          List.of(new LabelRule(Map.of("tone", "none"), Map.of("subjects", List.of()))));

  public static final ClassifierSettings SETTINGS =
      new ClassifierSettings(
          new FeatureSettings(1 << 10, 1 << 10, 2, 3, 4, 1, Set.of()),
          new NetworkSettings(8, 4, 4, 4, 8, 1),
          new LinearSettings(1, 0, 0.5, 0.9, 0),
          new LinearSettings(1, 0.5, 0.5, 0.9, 0),
          new TrainingSettings(60, 60, 4, 0.02, 0, 0, 0, 0, 0, 1, 0.5, 7));

  /** Knows no actor. */
  public static final ActorMatcher NOBODY = new ActorMatcher(new Gazetteer(List.of()));

  private Fixtures() {}

  /** Four articles of three paragraphs, two of them for dev. */
  public static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    articles.add(
        article(
            "a1",
            paragraph("La cena era ottima, il pane squisito.", "good", "food"),
            paragraph("Il treno arriva sempre in ritardo e sporco.", "bad", "travel"),
            paragraph("Foto di archivio.", "none")));
    articles.add(
        article(
            "a2",
            paragraph("Un pranzo ottimo dopo un viaggio splendido.", "good", "food", "travel"),
            paragraph("Pessima la zuppa, cattivo il vino.", "bad", "food"),
            paragraph("Foto e video: redazione.", "none")));
    articles.add(
        article(
            "a3",
            paragraph("Splendido il viaggio in treno verso il mare.", "good", "travel"),
            paragraph("Cattiva la cena e sporco il piatto.", "bad", "food"),
            paragraph("Tutti i diritti riservati.", "none")));
    return articles;
  }

  public static Article article(String id, Paragraph... paragraphs) {
    return new Article(
        id,
        Optional.of("Titolo " + id),
        Optional.empty(),
        Optional.of("2024-05"),
        Optional.empty(),
        false,
        List.of(paragraphs),
        Map.of());
  }

  public static Paragraph paragraph(String text, String tone, String... subjects) {
    return new Paragraph(
        text, Map.of("tone", List.of(tone), "subjects", List.of(subjects)), Map.of());
  }
}
