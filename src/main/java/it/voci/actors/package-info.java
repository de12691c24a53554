/**
 * Who is who, under which names, on which side, and when.
 *
 * <p>The {@link it.voci.actors.Gazetteer} lists actors, the {@link it.voci.actors.Lexicon} the
 * words of which phrases for offices are made; the {@link it.voci.actors.ActorMatcher} finds both:
 *
 * <pre>{@code
 * ActorMatcher matcher = new ActorMatcher(Gazetteer.shipped(), Lexicon.shipped());
 * List<Token> tokens = tokenizer.tokenize("Lo dice il viceministro polacco Paweł Zalewski a Mosca.");
 * for (Mention mention : matcher.mentions(tokens, Optional.of("2024-05"))) {
 *   Actor actor = mention.actor();
 *   System.out.println(actor.name() + " " + actor.side() + " " + mention.kind());
 * }
 * // Paweł Zalewski WEST OFFICE_AND_NAME
 * // Mosca KREMLIN PLACE        (mention.isMerePlace() is true: "a Mosca")
 * }</pre>
 *
 * <p>An office whose holder at the date is known is the holder's mention; any other phrase makes up
 * an actor, whose side follows from role and country and is {@link it.voci.actors.Side#UNKNOWN}
 * where the text names no country. {@link it.voci.actors.ActorMatcher#properNames} offers other
 * people's names.
 */
package it.voci.actors;
