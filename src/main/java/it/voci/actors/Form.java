package it.voci.actors;

/**
 * A name or alias of an actor.
 *
 * @param isName false for phrases such as "capo del Cremlino", which hold for a period only
 * @param givenName of a person, transliterated, or empty
 */
record Form(Actor actor, boolean isName, String givenName) {
  boolean isPerson() {
    return actor.kind() == Actor.Kind.PERSON;
  }
}
