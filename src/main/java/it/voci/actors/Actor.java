package it.voci.actors;

import it.voci.UserException;
import java.util.List;

/**
 * Somebody who can speak.
 *
 * @param name as shown
 * @param kind person, office, body, media, party, company or place
 * @param country ISO code, may be empty
 * @param role in Italian, may be empty
 * @param from first month of the office, {@code yyyy-MM}, or empty
 * @param to last month of the office, {@code yyyy-MM}, or empty
 * @param aliases further forms, without article
 */
public record Actor(
    String name,
    Side side,
    String kind,
    String country,
    String role,
    String from,
    String to,
    List<String> aliases) {
  public Actor {
    aliases = List.copyOf(aliases);
    if (name.isBlank()) {
      throw new UserException("an actor has no name");
    }
    for (String month : List.of(from, to)) {
      if (!month.matches("(\\d{4}-\\d{2})?")) {
        throw new UserException("'" + name + "': expected yyyy-MM but was '" + month + "'");
      }
    }
  }

  /**
   * True if the actor held the office then.
   *
   * @param date {@code yyyy-MM} or longer
   */
  public boolean isActive(String date) {
    String month = date.substring(0, Math.min(7, date.length()));
    return (from.isEmpty() || month.compareTo(from) >= 0)
        && (to.isEmpty() || month.compareTo(to) <= 0);
  }
}
