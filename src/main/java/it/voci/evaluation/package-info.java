/**
 * How good predictions are, and how far annotators agree: metrics, intervals, calibration. Plain
 * numbers, computed once and immutable; nothing is rendered here.
 *
 * <p>Shares lie in [0, 1]. Where there is nothing to measure on (0/0) a figure is 0, or empty if it
 * is optional. Rows of a confusion matrix are the truth. All methods are safe for use by several
 * threads.
 *
 * <pre>{@code
 * List<Outcome> outcomes = Outcome.of(articles, classifier);
 * Evaluation evaluation = Evaluation.of(scheme, outcomes);
 * double macroF1 = evaluation.task("voice").macroF1();
 * if (evaluation.task("voice") instanceof TaskEvaluation.Single voice) {
 *   ConfusionMatrix confusion = voice.confusion();
 * }
 * Interval interval =
 *     new ArticleBootstrap(42).interval(voiceTask, outcomes, LabelCounts::macroF1);
 * }</pre>
 *
 * <p>Who gets to speak, by outlet:
 *
 * <pre>{@code
 * LedgerCounter counter = new LedgerCounter();
 * for (LabelledArticle article : labelled) {
 *   article.records("my-model").forEach(counter::add);
 * }
 * for (Ledger.Part outlet : counter.ledger(LedgerSettings.DEFAULTS).parts()) {
 *   System.out.println(outlet.value() + ": " + outlet.task("voice").words().labels());
 * }
 * }</pre>
 */
package it.voci.evaluation;
