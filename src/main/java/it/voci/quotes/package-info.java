/**
 * Direct and reported speech in Italian news: who says what, by which words of saying, for which
 * side.
 *
 * <pre>{@code
 * AttributionFinder finder = new AttributionFinder(new ActorMatcher(Gazetteer.shipped()));
 * for (List<Attribution> paragraph : finder.find(texts, Optional.of("2024-05"))) {
 *   paragraph.forEach(a -> System.out.println(a.speaker().name() + ": " + a.speech().of(text)));
 * }
 * }</pre>
 */
package it.voci.quotes;
