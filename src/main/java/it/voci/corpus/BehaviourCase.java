package it.voci.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A paragraph, what it is changed into, and what a classifier should then say.
 *
 * @param kind groups cases that test the same
 * @param id unique within a file
 * @param before paragraphs that precede it in its article
 * @param variant the changed text; without one only the text's own labels can be expected
 * @param expect task id → what is expected, at least one task
 */
public record BehaviourCase(
    String kind,
    String id,
    List<String> before,
    String text,
    Optional<String> variant,
    Map<String, Expectation> expect) {
  /** How the labels of text and variant compare. */
  public enum Relation {
    SAME,
    DIFFERENT
  }

  /**
   * What is expected of one task; all that is present must hold.
   *
   * @param text a label the text has
   * @param variant a label the variant has
   */
  public record Expectation(
      Optional<Relation> relation, Optional<String> text, Optional<String> variant) {}

  public BehaviourCase {
    before = List.copyOf(before);
    expect = Collections.unmodifiableMap(new LinkedHashMap<>(expect));
  }

  /** The article the text ends. */
  public Article article() {
    return ending(text);
  }

  /** The article the variant ends. */
  public Optional<Article> variantArticle() {
    return variant.map(this::ending);
  }

  private Article ending(String last) {
    List<String> texts = new ArrayList<>(before);
    texts.add(last);
    return Article.ofTexts(id, texts);
  }
}
