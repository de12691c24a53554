package it.voci.quotes;

import it.voci.actors.Side;
import java.util.Optional;

/**
 * Who speaks.
 *
 * @param name canonical where the gazetteer knows it, else as written without article; empty where
 *     nobody can be made out
 * @param office in Italian, folded, as far as known; may be empty
 * @param asWritten what names the speaker beside the speech; none where it is only understood
 */
public record Speaker(String name, Side side, String office, Optional<String> asWritten) {
  /** Whoever it may be. */
  public static final Speaker NOBODY = new Speaker("", Side.UNKNOWN, "", Optional.empty());

  /** True unless this is {@link #NOBODY}. */
  public boolean isKnown() {
    return !name.isEmpty();
  }

  /** The same, understood from what came before. */
  Speaker understood() {
    return asWritten.isEmpty() ? this : new Speaker(name, side, office, Optional.empty());
  }
}
