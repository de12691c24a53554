package it.voci.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.voci.Fixtures;
import it.voci.corpus.DatasetStatistics.Spread;
import it.voci.corpus.DatasetStatistics.TaskCounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetStatisticsTest {
  private static final Path FILE = Path.of("all.jsonl");

  @Test
  void statistics_ofTwoArticles_areCountedByHand() {
    Article first =
        DatasetFile.parse(
            "{\"id\":\"a\",\"date\":\"2022-05\",\"register\":\"blog\",\"hard\":true,\"paragraphs\":["
                + "{\"text\":\"Il pane.\",\"tone\":\"good\",\"subjects\":[\"food\",\"travel\"]},"
                + "{\"text\":\"L'uomo ha 3 cani\",\"tone\":\"none\",\"subjects\":[],\"hard\":true},"
                + "{\"text\":\"No\"}]}",
            Optional.of(Fixtures.SCHEME),
            "a.jsonl:1");
    Article second = Article.ofTexts("b", List.of("Uno due tre quattro."));

    DatasetStatistics statistics =
        DatasetStatistics.of(FILE, List.of(first, second), Fixtures.SCHEME);

    assertThat(statistics.articles()).isEqualTo(2);
    assertThat(statistics.paragraphs()).isEqualTo(4);
    assertThat(statistics.words()).isEqualTo(2 + 5 + 1 + 4);
    Spread spread = statistics.wordsPerParagraph();
    // 1, 2, 4, 5: ranks 1.5, 0.15 and 2.85 from 0
    assertThat(spread.median()).isEqualTo(3);
    assertThat(spread.low()).isCloseTo(1.15, within(1e-9));
    assertThat(spread.high()).isCloseTo(4.85, within(1e-9));
    assertThat(statistics.registers()).isEqualTo(Map.of("blog", 1, "-", 1));
    assertThat(statistics.years()).isEqualTo(Map.of("2022", 1, "-", 1));
    assertThat(statistics.hardArticles()).isEqualTo(1);
    assertThat(statistics.hardParagraphs()).isEqualTo(1);
    assertThat(statistics.tasks().get("tone"))
        .isEqualTo(new TaskCounts(2, 0, Map.of("good", 1, "bad", 0, "none", 1)));
    assertThat(statistics.tasks().get("subjects"))
        .isEqualTo(new TaskCounts(2, 1, Map.of("food", 1, "travel", 1)));
  }

  @Test
  void statistics_ofNothing_areZero() {
    DatasetStatistics statistics = DatasetStatistics.of(FILE, List.of(), Fixtures.SCHEME);
    assertThat(statistics.words()).isZero();
    assertThat(statistics.wordsPerParagraph()).isEqualTo(new Spread(0, 0, 0));
    assertThat(statistics.tasks().get("tone").labelled()).isZero();
  }
}
