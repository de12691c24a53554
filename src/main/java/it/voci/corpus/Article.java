package it.voci.corpus;

import com.google.gson.JsonElement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An article and its labelled paragraphs.
 *
 * @param id unique within a dataset
 * @param title metadata, never labelled
 * @param outlet who published it; never a feature
 * @param date {@code yyyy-MM} or {@code yyyy-MM-dd}
 * @param register the kind of text; never a feature
 * @param hard written as a hard case; never a feature
 * @param paragraphs in reading order
 * @param extra fields voci does not know, kept as they were read
 */
public record Article(
    String id,
    Optional<String> title,
    Optional<String> outlet,
    Optional<String> date,
    Optional<String> register,
    boolean hard,
    List<Paragraph> paragraphs,
    Map<String, JsonElement> extra) {
  public Article {
    paragraphs = List.copyOf(paragraphs);
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** An article of which only the paragraphs are known. */
  public static Article of(String id, List<Paragraph> paragraphs) {
    return ofTexts(id, List.of()).withParagraphs(paragraphs);
  }

  /** An article of which only the texts are known. */
  public static Article ofTexts(String id, List<String> texts) {
    return new Article(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        texts.stream().map(Paragraph::unlabelled).toList(),
        Map.of());
  }

  public Article withParagraphs(List<Paragraph> others) {
    return new Article(id, title, outlet, date, register, hard, others, extra);
  }

  public Article withId(String other) {
    return new Article(other, title, outlet, date, register, hard, paragraphs, extra);
  }
}
