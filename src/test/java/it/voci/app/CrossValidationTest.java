package it.voci.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import it.voci.Fixtures;
import it.voci.Schemas;
import it.voci.TrainedModels;
import it.voci.UserException;
import it.voci.actors.Gazetteer;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFolder;
import it.voci.corpus.Finding;
import it.voci.evaluation.FoldScores;
import it.voci.evaluation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossValidationTest {
  @TempDir private Path folder;

  private Path dataset() throws IOException {
    Path data = TrainedModels.dataset(folder);
    List<Article> articles =
        IntStream.range(0, 4)
            .boxed()
            .flatMap(
                i ->
                    Fixtures.articles().stream()
                        .map(
                            a ->
                                Fixtures.article(
                                    a.id() + i,
                                    a.paragraphs().toArray(new it.voci.corpus.Paragraph[0]))))
            .toList();
    Files.writeString(data.resolve("train.jsonl"), TrainedModels.lines(articles));
    return data;
  }

  @Test
  void everyParagraph_isPredictedOnceAndStandsBesideItsTruth() throws IOException {
    Path file = folder.resolve("predictions.jsonl");
    List<String> notes = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void started(String what) {}

          @Override
          public void progressed(double share) {}

          @Override
          public void finished() {}

          @Override
          public void note(String line) {
            notes.add(line);
          }
        };
    CrossValidation.Result result =
        CrossValidation.run(
            dataset(),
            Optional.empty(),
            Fixtures.SETTINGS,
            Gazetteer.EMPTY,
            3,
            Optional.of(file),
            listener);
    assertThat(result.outcomes()).hasSize(36).doesNotHaveDuplicates();
    assertThat(result.outcomes().stream().map(Outcome::articleId).distinct()).hasSize(12);
    assertThat(result.macroF1()).extracting(FoldScores::task).containsExactly("tone", "subjects");
    // The same texts stand in several articles, so what is held out can be known by heart.
    assertThat(result.macroF1().get(0).mean()).isGreaterThan(0.9);
    assertThat(notes).hasSize(3).allMatch(note -> note.matches("fold \\d of 3: macro-F1 .*"));
    List<String> lines = Files.readAllLines(file);
    assertThat(
            LabelErrorSearch.run(DatasetFolder.read(folder.resolve("toy")), file).stream()
                .filter(Finding::isError))
        .isEmpty();
    assertThat(lines).hasSize(36).allSatisfy(line -> Schemas.assertValid("label-record", line));
    JsonObject first = JsonParser.parseString(lines.get(0)).getAsJsonObject();
    assertThat(first.getAsJsonObject("gold").toString())
        .isEqualTo("{\"tone\":\"good\",\"subjects\":[\"food\"]}");
    assertThat(first.getAsJsonObject("tone").getAsJsonObject("scores").keySet())
        .containsExactly("good", "bad", "none");
  }

  @Test
  void folds_moreThanArticles_isAUserError() {
    assertThatThrownBy(
            () ->
                CrossValidation.run(
                    TrainedModels.dataset(folder),
                    Optional.empty(),
                    Fixtures.SETTINGS,
                    Gazetteer.EMPTY,
                    4,
                    Optional.empty(),
                    ProgressListener.SILENT))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("from 2 to the number of articles, 3");
  }

  @Test
  void foldScores_meanAndDeviation_areTheHandCountedOnes() {
    // mean (0.5 + 0.7 + 0.9) / 3; deviation sqrt((0.04 + 0 + 0.04) / 2)
    FoldScores scores = new FoldScores("tone", List.of(0.5, 0.7, 0.9));
    assertThat(scores.mean()).isCloseTo(0.7, Assertions.within(1e-12));
    assertThat(scores.deviation()).isCloseTo(0.2, Assertions.within(1e-12));
  }
}
