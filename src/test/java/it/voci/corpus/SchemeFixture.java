package it.voci.corpus;

import java.util.List;
import java.util.Map;

/** A small label scheme for tests: one single task, one multi task, one rule. */
public final class SchemeFixture {
  public static final Task VOICE =
      new Task("voice", Task.Kind.SINGLE, List.of(label("analysis"), label("boilerplate")));
  public static final Task TOPICS =
      new Task("topics", Task.Kind.MULTI, List.of(label("military"), label("diplomacy")));
  public static final LabelScheme SCHEME =
      new LabelScheme(
          "prova",
          1,
          List.of(VOICE, TOPICS),
          List.of(
              new LabelRule(Map.of("voice", "boilerplate"), Map.of("topics", List.<String>of()))));

  private SchemeFixture() {}

  static Label label(String id) {
    return new Label(id, id + " (en)", id + " (it)", "");
  }

  /** A paragraph with labels for both tasks. */
  public static Paragraph labelled(String text, String voice, String... topics) {
    return new Paragraph(
        text, Map.of("voice", List.of(voice), "topics", List.of(topics)), Map.of());
  }

  public static Article article(Paragraph... paragraphs) {
    return Article.ofTexts("a1", List.of()).withParagraphs(List.of(paragraphs));
  }
}
