package it.voci.actors;

/**
 * An actor named in a text.
 *
 * @param start first token
 * @param end token after the last one
 */
public record Mention(Actor actor, int start, int end) {}
