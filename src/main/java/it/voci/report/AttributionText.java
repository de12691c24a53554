package it.voci.report;

import it.voci.evaluation.AttributionScore;
import it.voci.evaluation.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores of attributions as a table that is Markdown too. */
public final class AttributionText {
  private AttributionText() {}

  /**
   * One row per kind of speech.
   *
   * @param scores kind → score
   */
  public static String render(String heading, Map<String, AttributionScore> scores) {
    MarkdownTable table =
        new MarkdownTable(
            "speech",
            List.of("annotated", "predicted", "precision", "recall", "F1", "span F1", "side"));
    scores.forEach(
        (kind, score) ->
            table.row(
                kind,
                List.of(
                    Integer.toString(score.counts().expected()),
                    Integer.toString(score.counts().predicted()),
                    text(score.precision()),
                    text(score.recall()),
                    text(score.f1()),
                    text(score.spanF1()),
                    text(score.sideAccuracy()))));
    return "# "
        + TerminalText.harmless(heading)
        + "\n\n"
        + table.render()
        + "\nFound: half or more of the longer stretch overlaps and the speaker is right; span F1: the"
        + " stretch alone;\nside: of those found. In brackets 95 % intervals (bootstrap over"
        + " articles).\n";
  }

  private static String text(Interval interval) {
    return String.format(
        Locale.ROOT, "%.3f [%.3f, %.3f]", interval.estimate(), interval.low(), interval.high());
  }
}
