package it.voci.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.Fixtures;
import it.voci.UserException;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFolder;
import it.voci.corpus.Finding;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.PlacedArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelErrorSearchTest {
  private static final Path TRAIN = Path.of("train.jsonl");
  private static final Path TEST = Path.of("test.jsonl");

  /** Of two tones told apart by their words; all ids are the same on purpose. */
  private static PlacedArticle article(Path file, int line, String good, String bad) {
    Article article =
        Fixtures.article(
            "same",
            Fixtures.paragraph("La cena era ottima e il pane squisito, numero " + line, good),
            Fixtures.paragraph("Il treno era sporco e pessimo il vino, numero " + line, bad));
    return new PlacedArticle(file, line, article);
  }

  private static DatasetFolder folder(LabelScheme scheme, List<PlacedArticle> test) {
    List<PlacedArticle> train = new ArrayList<>();
    for (int line = 1; line <= 20; line++) {
      train.add(article(TRAIN, line, "good", "bad"));
    }
    return new DatasetFolder(scheme, Map.of("train", train, "test", test), List.of());
  }

  @Test
  void search_swappedLabels_areFoundWhereTheyStand() {
    List<Finding> findings =
        LabelErrorSearch.run(
            folder(
                Fixtures.SCHEME,
                List.of(article(TEST, 1, "good", "bad"), article(TEST, 2, "bad", "good"))),
            1,
            ProgressListener.SILENT);

    assertThat(findings).extracting(Finding::isError).containsOnly(false);
    assertThat(findings)
        .extracting(finding -> finding.message().replaceAll(" \\([\\d.]+\\)", ""))
        .containsExactlyInAnyOrder(
            "test.jsonl:2: article 'same', paragraph 0: labelled tone: bad but looks like good",
            "test.jsonl:2: article 'same', paragraph 1: labelled tone: good but looks like bad");
  }

  @Test
  void search_soundLabels_findsNothing() {
    DatasetFolder folder = folder(Fixtures.SCHEME, List.of());
    assertThat(LabelErrorSearch.run(folder, 1, ProgressListener.SILENT)).isEmpty();
  }

  private static String record(String article, int index, double good, double bad) {
    return String.format(
        Locale.ROOT,
        "{\"article\":\"%s\",\"index\":%d,"
            + "\"tone\":{\"scores\":{\"good\":%s,\"bad\":%s,\"none\":0}}}%n",
        article,
        index,
        good,
        bad);
  }

  @Test
  void search_byPredictions_comparesThemWithTheLabels(@TempDir Path temporary) throws IOException {
    Path file = temporary.resolve("folds.jsonl");
    Files.writeString(
        file,
        record("a1", 0, 0.9, 0.1)
            + record("a1", 1, 0.8, 0.2)
            + record("a2", 0, 0.7, 0.3)
            + record("a2", 1, 0.1, 0.9));
    List<PlacedArticle> train = new ArrayList<>();
    for (Article article : Fixtures.articles()) {
      train.add(new PlacedArticle(TRAIN, train.size() + 1, article));
    }
    DatasetFolder folder = new DatasetFolder(Fixtures.SCHEME, Map.of("train", train), List.of());

    // a1 and a2 begin with a good paragraph and a bad one; a bad one has 0.55 for bad on average.
    assertThat(LabelErrorSearch.run(folder, file))
        .extracting(Finding::message)
        .containsExactly(
            "train.jsonl:1: article 'a1', paragraph 1: labelled tone: bad (0.20) but looks like"
                + " good (0.80)");

    Files.writeString(file, record("elsewhere", 0, 0.5, 0.5));
    assertThatThrownBy(() -> LabelErrorSearch.run(folder, file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("no prediction is for a paragraph here");
    Files.writeString(file, record("a1", 0, 1.5, 0.5));
    assertThatThrownBy(() -> LabelErrorSearch.run(folder, file))
        .isInstanceOf(UserException.class)
        .hasMessage(
            file + ":1: the score of 'good' for 'tone' must be a number from 0 to 1 but was '1.5'");
  }

  @Test
  void search_schemeWithoutSingleTask_findsNothing() {
    LabelScheme multi = new LabelScheme("multi", 1, List.of(Fixtures.SUBJECTS), List.of());
    assertThat(LabelErrorSearch.run(folder(multi, List.of()), 1, ProgressListener.SILENT))
        .isEmpty();
  }

  @Test
  void search_oneArticle_isTooFew() {
    DatasetFolder folder =
        new DatasetFolder(
            Fixtures.SCHEME, Map.of("train", List.of(article(TRAIN, 1, "good", "bad"))), List.of());
    assertThatThrownBy(() -> LabelErrorSearch.run(folder, 1, ProgressListener.SILENT))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("at least 2 articles");
  }
}
