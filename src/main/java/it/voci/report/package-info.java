/**
 * Labelled articles and evaluations → terminal, JSON, Markdown. Renders; computes nothing.
 *
 * <pre>{@code
 * System.out.println(EvaluationText.render("my model", result.report()));
 * String page =
 *     LedgerHtml.render(List.of(counter.ledger(LedgerSettings.DEFAULTS)), LedgerSources.of("my-model"));
 * }</pre>
 */
package it.voci.report;
