/**
 * Labelled articles: the label scheme, dataset files, and what can be checked of them without a
 * model.
 *
 * <pre>{@code
 * LabelScheme scheme = SchemeFile.read(folder.resolve("scheme.yaml"));
 * List<Article> articles = DatasetFile.read(folder.resolve("train.jsonl"), scheme);
 * }</pre>
 */
package it.voci.corpus;
