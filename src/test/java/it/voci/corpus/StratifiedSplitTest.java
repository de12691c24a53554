package it.voci.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import it.voci.UserException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StratifiedSplitTest {
  private static final Task VOICE = task("voice", Task.Kind.SINGLE, "often", "some", "rare");
  private static final Task TOPICS = task("topics", Task.Kind.MULTI, "k", "l");
  private static final LabelScheme SCHEME =
      new LabelScheme("test", 1, List.of(VOICE, TOPICS), List.of());

  private static Task task(String id, Task.Kind kind, String... labels) {
    return new Task(id, kind, List.of(labels).stream().map(l -> new Label(l, l, l, "")).toList());
  }

  private static Article article(String id, String... voices) {
    return Article.ofTexts(id, List.of())
        .withParagraphs(
            List.of(voices).stream()
                .map(v -> new Paragraph("t", Map.of("voice", List.of(v)), Map.of()))
                .toList());
  }

  /** Articles of 1 to 9 paragraphs; 5 % of the paragraphs are "rare", a tenth is unlabelled. */
  private static List<Article> random(long seed, int size) {
    Random random = new Random(seed);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Paragraph> paragraphs = new ArrayList<>();
      for (int p = random.nextInt(9); p >= 0; p--) {
        double draw = random.nextDouble();
        String voice = draw < 0.05 ? "rare" : draw < 0.3 ? "some" : "often";
        List<String> topics = random.nextBoolean() ? List.of("k") : List.of("k", "l");
        paragraphs.add(
            random.nextInt(10) == 0
                ? Paragraph.unlabelled("t")
                : new Paragraph("t", Map.of("voice", List.of(voice), "topics", topics), Map.of()));
      }
      articles.add(Article.ofTexts("a" + i, List.of()).withParagraphs(paragraphs));
    }
    return articles;
  }

  private static long count(List<Article> articles, String label) {
    return articles.stream()
        .flatMap(article -> article.paragraphs().stream())
        .filter(paragraph -> paragraph.labels().values().stream().anyMatch(l -> l.contains(label)))
        .count();
  }

  private static Map<String, Double> shares(double train, double dev, double test) {
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("train", train);
    shares.put("dev", dev);
    shares.put("test", test);
    return shares;
  }

  private static List<Set<Article>> sets(List<List<Article>> parts) {
    return parts.stream().<Set<Article>>map(HashSet::new).toList();
  }

  @Test
  void rareLabel_isDealtToEveryFold() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      articles.add(article("a" + i, i < 3 ? "rare" : "often"));
    }

    List<List<Article>> folds = ArticleFolds.of(articles, SCHEME, 3, 1);

    assertThat(folds)
        .hasSize(3)
        .allSatisfy(
            fold -> {
              assertThat(fold).hasSize(3);
              assertThat(count(fold, "rare")).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void folds_holdEveryArticleOnceAndAboutTheirShareOfEveryLabel(long seed) {
    List<Article> articles = random(seed, 101);

    List<List<Article>> folds = ArticleFolds.of(articles, SCHEME, 5, seed);

    assertThat(folds.stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(articles);
    assertThat(folds).extracting(List::size).containsExactly(21, 20, 20, 20, 20);
    for (String label : List.of("often", "some", "rare", "k", "l")) {
      double share = count(articles, label) / 5.0;
      assertThat(folds)
          .allSatisfy(
              fold -> assertThat((double) count(fold, label)).isCloseTo(share, within(2.0)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void split_holdsEveryArticleOnceAndAboutItsShareOfEveryLabel(long seed) {
    List<Article> articles = random(seed, 100);

    Map<String, List<Article>> split =
        StratifiedSplit.of(articles, SCHEME, shares(0.7, 0.1, 0.2), seed);

    assertThat(split.keySet()).containsExactly("train", "dev", "test");
    assertThat(split.values()).extracting(List::size).containsExactly(70, 10, 20);
    assertThat(split.values().stream().flatMap(List::stream).toList())
        .containsExactlyInAnyOrderElementsOf(articles);
    shares(0.7, 0.1, 0.2)
        .forEach(
            (part, share) -> {
              for (String label : List.of("often", "some", "rare", "k", "l")) {
                double expected = share * count(articles, label);
                assertThat((double) count(split.get(part), label)).isCloseTo(expected, within(2.0));
              }
            });
  }

  @Test
  void split_dependsOnTheSeedAndNotOnTheOrder() {
    List<Article> articles = random(1, 60);
    List<Article> shuffled = new ArrayList<>(articles);
    Collections.shuffle(shuffled, new Random(2));

    List<List<Article>> folds = ArticleFolds.of(articles, SCHEME, 4, 9);

    assertThat(ArticleFolds.of(articles, SCHEME, 4, 9)).isEqualTo(folds);
    assertThat(sets(ArticleFolds.of(shuffled, SCHEME, 4, 9))).isEqualTo(sets(folds));
    assertThat(sets(ArticleFolds.of(articles, SCHEME, 4, 10))).isNotEqualTo(sets(folds));
    assertThat(folds).allSatisfy(fold -> assertThat(fold).isSubsetOf(articles));
    assertThat(folds.get(0))
        .isSortedAccordingTo((a, b) -> articles.indexOf(a) - articles.indexOf(b));
  }

  @Test
  void unlabelledArticles_areSplitByTheirLength() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      articles.add(Article.ofTexts("a" + i, List.of("uno", "due")));
    }
    articles.add(Article.ofTexts("empty", List.of()));

    Map<String, List<Article>> split =
        StratifiedSplit.of(articles, SCHEME, shares(0.8, 0.1, 0.1), 1);

    assertThat(split.values()).extracting(List::size).containsExactly(9, 1, 1);
  }

  @Test
  void badRequests_areNamed() {
    List<Article> articles = List.of(article("a", "rare"), article("b", "rare"));

    assertThatThrownBy(() -> StratifiedSplit.of(articles, SCHEME, shares(0.5, 0.5, 0.5), 1))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "the shares of a split must add up to 1 but are {train=0.5, dev=0.5, test=0.5}");
    assertThatThrownBy(() -> StratifiedSplit.of(articles, SCHEME, shares(1, 0, 0), 1))
        .hasMessage("the share of 'dev' must be above 0 but was 0.0");
    assertThatThrownBy(() -> StratifiedSplit.of(articles, SCHEME, shares(0.8, 0.1, 0.1), 1))
        .hasMessageStartingWith("'dev' would be empty: 2 articles are too few");
    assertThatThrownBy(() -> StratifiedSplit.of(articles, SCHEME, Map.of(), 1))
        .hasMessageContaining("add up to 1");
    assertThatThrownBy(() -> ArticleFolds.of(articles, SCHEME, 3, 1))
        .hasMessage("the number of folds must be from 2 to the number of articles, 2, but was 3");
    assertThatThrownBy(() -> ArticleFolds.of(articles, SCHEME, 1, 1)).hasMessageContaining("was 1");
    assertThatThrownBy(
            () ->
                ArticleFolds.of(List.of(article("a", "rare"), article("a", "some")), SCHEME, 2, 1))
        .hasMessageContaining("article 'a' occurs twice");
  }
}
