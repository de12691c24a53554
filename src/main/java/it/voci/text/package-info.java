/**
 * Italian text into paragraphs, sentences and tokens, with exact offsets. Depends on no other
 * package of voci.
 *
 * <pre>{@code
 * for (TextSpan paragraph : Paragraphs.split(text)) {
 *   List<Token> tokens = new ItalianTokenizer().tokenize(paragraph.of(text));
 * }
 * }</pre>
 */
package it.voci.text;
