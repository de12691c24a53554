package it.voci.quotes;

/**
 * Whom a cue belongs to.
 *
 * @param start where that one is named, -1 where understood
 */
record Subject(Speaker speaker, int start, int end) {
  static final Subject NOBODY = new Subject(Speaker.NOBODY, -1, -1);

  static Subject understood(Speaker speaker) {
    return new Subject(speaker.understood(), -1, -1);
  }

  boolean isNamed() {
    return start >= 0;
  }

  boolean isKnown() {
    return speaker.isKnown();
  }

  /** Where a tag of the cue begins. */
  int from(Cue cue) {
    return isNamed() ? Math.min(start, cue.start()) : cue.start();
  }

  /** Where a tag of the cue ends, or what it reports begins. */
  int to(Cue cue) {
    return isNamed() ? Math.max(end, cue.end()) : cue.end();
  }
}
