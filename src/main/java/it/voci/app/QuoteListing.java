package it.voci.app;

import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.actors.Lexicon;
import it.voci.corpus.Article;
import it.voci.corpus.Paragraph;
import it.voci.input.InputArticle;
import it.voci.quotes.Attribution;
import it.voci.quotes.AttributionFinder;
import it.voci.quotes.QuotedArticle;
import it.voci.quotes.Utterance;
import java.util.ArrayList;
import java.util.List;

/** Lists who says what in articles. Safe for use by several threads. */
public final class QuoteListing {
  private final AttributionFinder finder;

  /**
   * A listing by the shipped actors.
   *
   * @param others more of them, which replace those of the same name
   */
  public QuoteListing(Gazetteer others) {
    finder =
        new AttributionFinder(
            new ActorMatcher(Gazetteer.shipped().plus(others), Lexicon.shipped()));
  }

  public QuotedArticle list(InputArticle input) {
    return new QuotedArticle(input, list(input.article()));
  }

  /** One list per paragraph, in order. */
  public List<List<Utterance>> list(Article article) {
    List<String> texts = article.paragraphs().stream().map(Paragraph::text).toList();
    List<List<Attribution>> found = finder.find(texts, article.date());
    List<List<Utterance>> listed = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      listed.add(Utterance.of(texts.get(i), found.get(i)));
    }
    return listed;
  }
}
