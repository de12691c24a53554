/**
 * Bytes → articles: encodings, plain text and Markdown, JSONL, standard input and folders.
 *
 * <pre>{@code
 * for (InputArticle article : InputReader.read(Path.of("articolo.txt"))) {
 *   article.spans().forEach(System.out::println);
 * }
 * }</pre>
 */
package it.voci.input;
