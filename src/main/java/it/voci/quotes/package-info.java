/**
 * Direct and reported speech in Italian news: who says what, by which words of saying, for which
 * side. A paragraph is read sentence by sentence: noun phrases that can name speakers ({@link
 * it.voci.quotes.NounPhrases}) and who they are ({@link it.voci.quotes.Referents}), words of saying
 * ({@link it.voci.quotes.CueFinder}) and whose they are ({@link it.voci.quotes.SubjectFinder});
 * then quotations ({@link it.voci.quotes.DirectSpeech}), reported speech ({@link
 * it.voci.quotes.ReportedSpeech}) and what goes on without words of saying ({@link
 * it.voci.quotes.Continuation}). {@link it.voci.quotes.Conversation} carries over who was named and
 * who spoke; {@link it.voci.quotes.Interview} tells questions from answers.
 *
 * <pre>{@code
 * AttributionFinder finder = new AttributionFinder(new ActorMatcher(Gazetteer.shipped(), Lexicon.shipped()));
 * for (List<Attribution> paragraph : finder.find(texts, Optional.of("2024-05"))) {
 *   paragraph.forEach(a -> System.out.println(a.speaker().name() + ": " + a.speech().of(text)));
 * }
 * }</pre>
 */
package it.voci.quotes;
