/**
 * The gazetteer: who is who, under which names, on which side, and when.
 *
 * <pre>{@code
 * ActorMatcher matcher = new ActorMatcher(Gazetteer.shipped());
 * for (Mention mention : matcher.mentions(tokenizer.tokenize(text), Optional.of("2024-05"))) {
 *   System.out.println(mention.actor().name() + " " + mention.actor().side());
 * }
 * }</pre>
 */
package it.voci.actors;
