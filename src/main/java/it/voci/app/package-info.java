/**
 * One class per use case; wires the rest. Programs begin with {@link it.voci.app.Voci}:
 *
 * <pre>{@code
 * Voci voci = Voci.open(Path.of("models/voci-it"));
 * for (LabelledArticle article : voci.label(Path.of("articles"))) {
 *   System.out.println(voci.show(article));
 * }
 * }</pre>
 *
 * <p>Training and scoring a model of one's own:
 *
 * <pre>{@code
 * ModelTraining.run(ModelTraining.Request.of(data, out), ProgressListener.SILENT);
 * ModelEvaluation.Result result =
 *     ModelEvaluation.run(Voci.open(out).model(), data.resolve("test.jsonl"));
 * System.out.println(EvaluationText.render("mine", result.report()));
 * }</pre>
 */
package it.voci.app;
