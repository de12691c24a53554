package it.voci.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.Fixtures;
import it.voci.Golden;
import it.voci.UserException;
import it.voci.app.Labelling;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.ParagraphClassifier;
import it.voci.classifier.Prediction;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.input.InputReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelRenderingTest {
  /** Gives the n-th paragraph of any article the n-th of these answers. */
  private static final ParagraphClassifier SCRIPTED =
      new ParagraphClassifier() {
        private static final double[][] TONES = {
          {0.91237, 0.05, 0.03763}, {0.2, 0.4500049, 0.3499951}, {0.01, 0.02, 0.97}
        };
        private static final double[][] SUBJECTS = {{0.9, 0.61}, {0.49996, 0.1}, {0.7, 0.2}};

        @Override
        public LabelScheme scheme() {
          return Fixtures.SCHEME;
        }

        @Override
        public List<Prediction> classify(Article article) {
          List<Prediction> predictions = new ArrayList<>();
          for (int i = 0; i < article.paragraphs().size(); i++) {
            predictions.add(
                new Prediction(
                    List.of(
                        TaskPrediction.of(Fixtures.TONE, TONES[i % 3], List.of()),
                        TaskPrediction.of(
                            Fixtures.SUBJECTS, SUBJECTS[i % 3], List.of(0.5, 0.55)))));
          }
          return predictions;
        }
      };

  private static LabelledArticle labelled() {
    String text =
        "date 2024-05-09\n\nLa cena era ottima – «squisita», dicono – e il treno, per una volta, in"
            + " orario: così raccontano i viaggiatori scesi ieri sera alla stazione di Orte.\n\n"
            + "Il vino, no.\n\n© Riproduzione riservata \u202Eatavresir\u202C\n";
    return new Labelling(SCRIPTED)
        .label(
            InputReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .get(0));
  }

  private static String terminal(int width, boolean colours, double least) {
    LabelTerminal.Style style = new LabelTerminal.Style(width, colours, Language.EN, least);
    return new LabelTerminal(Fixtures.SCHEME, style).render(labelled());
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 140})
  void terminal_atAWidth_isAsInTheGoldenFile(int width) {
    Golden.assertMatches("label/terminal-" + width + ".txt", terminal(width, false, 0));
  }

  @Test
  void terminal_abstaining_saysUnsure() {
    Golden.assertMatches("label/terminal-unsure.txt", terminal(100, false, 0.65));
  }

  @Test
  void terminal_withColours_saysTheSameWords() {
    String coloured = terminal(80, true, 0);
    assertThat(coloured).contains("\u001B[");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(terminal(80, false, 0));
  }

  @Test
  void jsonl_isAsInTheGoldenFile() {
    LabelJson json = new LabelJson(Fixtures.SCHEME, "toy@0123456789ab", 0);
    Golden.assertMatches("label/records.jsonl", json.lines(labelled()));
  }

  @Test
  void jsonl_abstaining_keepsTheScoresAndMovesLabelsToUnsure() {
    LabelJson json = new LabelJson(Fixtures.SCHEME, "toy@0123456789ab", 0.65);
    Golden.assertMatches("label/records-unsure.jsonl", json.lines(labelled()));
  }

  @Test
  void labels_followFromThePrintedNumbers_notFromTheUnroundedOnes() {
    // 0.49996 is printed as 0.5, which reaches the threshold of 0.5.
    String second =
        new LabelJson(Fixtures.SCHEME, "m", 0).lines(labelled()).lines().toList().get(1);
    assertThat(second)
        .contains("\"subjects\":{\"labels\":[\"food\"],\"unsure\":[],\"scores\":{\"food\":0.5,");
  }

  @Test
  void minConfidence_outOfRange_isRefused() {
    assertThatThrownBy(() -> terminal(80, false, 1.2))
        .isInstanceOf(UserException.class)
        .hasMessage("--min-confidence must be 0 to 1 but was 1.2");
  }
}
