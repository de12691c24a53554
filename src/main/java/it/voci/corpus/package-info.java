/**
 * Labelled articles: the label scheme, dataset files, and what can be checked of them without a
 * model.
 *
 * <pre>{@code
 * LabelScheme scheme = SchemeFile.read(folder.resolve("scheme.yaml"));
 * List<Article> articles = DatasetFile.read(folder.resolve("train.jsonl"), scheme);
 * }</pre>
 *
 * <p>A dataset of one's own:
 *
 * <pre>{@code
 * Paragraph paragraph = Paragraph.of("Il treno era puntuale.", Map.of("tone", List.of("praise")));
 * List<Article> own = List.of(Article.of("letter-1", List.of(paragraph)));
 * Files.writeString(folder.resolve("train.jsonl"), DatasetFile.format(own, scheme));
 * }</pre>
 */
package it.voci.corpus;
