package it.voci.app;

import it.voci.UserException;
import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.actors.Lexicon;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFolder;
import it.voci.corpus.PlacedArticle;
import it.voci.corpus.SpeechFile;
import it.voci.corpus.SpeechFile.Speech;
import it.voci.evaluation.ArticleBootstrap;
import it.voci.evaluation.AttributionCounts;
import it.voci.evaluation.AttributionCounts.Span;
import it.voci.evaluation.AttributionScore;
import it.voci.quotes.Attribution.Kind;
import it.voci.quotes.Utterance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scores who says what against annotations, whose articles stand in the dataset beside them. */
public final class AttributionEvaluation {
  private static final long SEED = 42;

  private AttributionEvaluation() {}

  /**
   * Scores a file of annotated speech. All articles that it names are taken to be annotated whole.
   *
   * @param others actors beside the shipped ones
   * @return "all", "direct", "indirect" → score; where the articles stand in several files, then
   *     the same for each of them: "all, test.jsonl"
   * @throws UserException where a line names an article or paragraph that the folder does not have
   */
  public static Map<String, AttributionScore> run(Path file, Gazetteer others) {
    Map<String, List<Speech>> annotated = new TreeMap<>();
    SpeechFile.read(file)
        .forEach(s -> annotated.computeIfAbsent(s.article(), id -> new ArrayList<>()).add(s));
    if (annotated.isEmpty()) {
      throw new UserException(file + ": holds no annotation");
    }
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    Map<String, Article> articles = new HashMap<>();
    Map<String, String> files = new HashMap<>();
    for (PlacedArticle placed : DatasetFolder.read(folder).articles()) {
      articles.put(placed.article().id(), placed.article());
      files.put(placed.article().id(), placed.file().getFileName().toString());
    }
    QuoteListing listing = new QuoteListing(others);
    SpeakerNames names =
        new SpeakerNames(new ActorMatcher(Gazetteer.shipped().plus(others), Lexicon.shipped()));
    Map<String, Map<String, AttributionCounts>> counts = new LinkedHashMap<>();
    List.of("all", "direct", "indirect").forEach(kind -> counts.put(kind, new TreeMap<>()));
    annotated.forEach(
        (id, speeches) -> {
          Article article = articles.get(id);
          if (article == null) {
            throw new UserException(
                speeches.get(0).where() + ": no article '" + id + "' in " + folder);
          }
          count(article, speeches, listing, names, counts);
        });
    ArticleBootstrap bootstrap = new ArticleBootstrap(SEED);
    Map<String, AttributionScore> scores = new LinkedHashMap<>();
    counts.forEach((kind, of) -> scores.put(kind, AttributionScore.of(of, bootstrap)));
    Set<String> named = new TreeSet<>();
    annotated.keySet().forEach(id -> named.add(files.get(id)));
    for (String part : named.size() > 1 ? named : Set.<String>of()) {
      counts.forEach(
          (kind, of) -> {
            Map<String, AttributionCounts> there = new TreeMap<>(of);
            there.keySet().removeIf(id -> !files.get(id).equals(part));
            scores.put(kind + ", " + part, AttributionScore.of(there, bootstrap));
          });
    }
    return scores;
  }

  private static void count(
      Article article,
      List<Speech> speeches,
      QuoteListing listing,
      SpeakerNames names,
      Map<String, Map<String, AttributionCounts>> counts) {
    List<List<Utterance>> found = listing.list(article);
    for (Speech speech : speeches) {
      if (speech.paragraph() >= found.size()) {
        throw new UserException(
            speech.where()
                + ": article '"
                + article.id()
                + "' has "
                + found.size()
                + " paragraphs but 'paragraph' was "
                + speech.paragraph());
      }
    }
    for (int i = 0; i < found.size(); i++) {
      int paragraph = i;
      List<Speech> here = speeches.stream().filter(s -> s.paragraph() == paragraph).toList();
      add(article, "all", here, found.get(i), names, counts);
      for (Kind kind : Kind.values()) {
        add(
            article,
            kind.name().toLowerCase(Locale.ROOT),
            here.stream().filter(s -> s.isDirect() == (kind == Kind.DIRECT)).toList(),
            found.get(i).stream().filter(u -> u.kind() == kind).toList(),
            names,
            counts);
      }
    }
  }

  private static void add(
      Article article,
      String kind,
      List<Speech> annotated,
      List<Utterance> found,
      SpeakerNames names,
      Map<String, Map<String, AttributionCounts>> counts) {
    AttributionCounts paragraph =
        AttributionCounts.of(
            annotated.stream().map(s -> new Span(s.start(), s.end(), s.name(), s.side())).toList(),
            found.stream()
                .map(
                    u ->
                        new Span(
                            u.start(), u.end(), u.name(), u.side().name().toLowerCase(Locale.ROOT)))
                .toList(),
            (name, other) -> names.same(name, other, article.date()));
    counts.get(kind).merge(article.id(), paragraph, AttributionCounts::plus);
  }
}
