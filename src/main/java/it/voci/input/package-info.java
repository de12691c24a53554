/**
 * Bytes → articles: encodings, plain text and Markdown, web pages, PDF, Word, CSV, JSONL, standard
 * input, folders and addresses of the web.
 *
 * <pre>{@code
 * for (InputArticle article : InputReader.read(Path.of("articolo.txt"))) {
 *   article.spans().forEach(System.out::println);
 * }
 * }</pre>
 */
package it.voci.input;
