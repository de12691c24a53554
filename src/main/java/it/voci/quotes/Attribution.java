package it.voci.quotes;

import it.voci.text.TextSpan;
import java.util.Optional;

/**
 * A stretch of somebody's speech within one paragraph.
 *
 * @param speech without its outer quotation marks; chars of the paragraph
 * @param cue the words of saying or the preposition; none where speech is only understood to go on
 */
public record Attribution(TextSpan speech, Kind kind, Optional<TextSpan> cue, Speaker speaker) {
  /** How words are rendered. */
  public enum Kind {
    /** In the speaker's own words. */
    DIRECT,
    /** In the writer's. */
    INDIRECT
  }
}
