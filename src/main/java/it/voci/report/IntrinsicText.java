package it.voci.report;

import it.voci.embedding.IntrinsicEvaluation;
import it.voci.embedding.IntrinsicEvaluation.Category;
import it.voci.embedding.IntrinsicEvaluation.Outliers;
import it.voci.embedding.IntrinsicEvaluation.Similarity;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** An evaluation of word vectors as tables. */
public final class IntrinsicText {
  private IntrinsicText() {}

  public static String render(IntrinsicEvaluation evaluation) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%d words of dimension %d\n\n",
            evaluation.words(),
            evaluation.dimension()));
    MarkdownTable analogies =
        new MarkdownTable(
            "analogies", List.of("questions", "covered", "correct", "of covered", "of all"));
    evaluation.categories().forEach(category -> row(analogies, category));
    row(analogies, evaluation.analogies());
    out.append(analogies.render());
    out.append(
        String.format(
            Locale.ROOT,
            "3CosAdd; asked and answered with the first %d words of the vectors\n\n",
            evaluation.candidates()));
    MarkdownTable similarity =
        new MarkdownTable("similarity", List.of("pairs", "covered", "Spearman", "95 % interval"));
    similarity(similarity, evaluation.similarity());
    out.append(similarity.render()).append('\n');
    Outliers outliers = evaluation.outliers();
    MarkdownTable table =
        new MarkdownTable("outliers", List.of("cases", "covered", "found", "of covered", "OPP"));
    table.row(
        "all",
        List.of(
            Integer.toString(outliers.cases()),
            Integer.toString(outliers.covered()),
            Integer.toString(outliers.detected()),
            percent(outliers.accuracy()),
            percent(outliers.positionPercentage())));
    out.append(table.render());
    out.append("OPP: outlier position percentage, about 50% by chance\n");
    return out.toString();
  }

  private static void row(MarkdownTable table, Category category) {
    table.row(
        category.name(),
        List.of(
            Integer.toString(category.questions()),
            Integer.toString(category.covered()),
            Integer.toString(category.correct()),
            percent(category.accuracy()),
            percent(category.accuracyOfAll())));
  }

  private static void similarity(MarkdownTable table, Similarity similarity) {
    table.row(
        "all",
        List.of(
            Integer.toString(similarity.pairs()),
            Integer.toString(similarity.covered()),
            similarity.spearman().map(rho -> three(rho.estimate())).orElse("–"),
            similarity
                .spearman()
                .map(rho -> three(rho.low()) + " to " + three(rho.high()))
                .orElse("–")));
  }

  private static String percent(OptionalDouble share) {
    return share.isEmpty() ? "–" : TerminalText.percent(share.getAsDouble()).strip();
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
