package it.voci.actors;

import it.voci.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who can speak. A person with several offices or sides over time is several actors of one
 * name.
 *
 * @param name as Italian papers mostly write it
 * @param country ISO code, {@code EU}, or empty
 * @param role in Italian, may be empty; several joined by {@code ;}
 * @param from first month of the office, {@code yyyy-MM}, or empty
 * @param to last month of the office, {@code yyyy-MM}, or empty
 * @param aliases further forms, without article
 */
public record Actor(
    String name,
    Side side,
    Kind kind,
    String country,
    String role,
    String from,
    String to,
    List<String> aliases) {
  /** What an actor is. */
  public enum Kind {
    PERSON,
    /** A generic office: {@code ministro degli Esteri russo}. */
    OFFICE,
    BODY,
    MEDIA,
    PARTY,
    COMPANY,
    /** A city or country that stands for those who rule there. */
    PLACE,
    /** A building or seat that does: {@code Cremlino}, {@code Farnesina}. */
    METONYM
  }

  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

  public Actor {
    aliases = List.copyOf(aliases);
    if (name.isBlank()) {
      throw new UserException("an actor has no name");
    }
    for (String month : List.of(from, to)) {
      if (!month.isEmpty() && !MONTH.matcher(month).matches()) {
        throw new UserException("'" + name + "': expected yyyy-MM but was '" + month + "'");
      }
    }
    if (!from.isEmpty() && !to.isEmpty() && from.compareTo(to) > 0) {
      throw new UserException("'" + name + "': the office ends (" + to + ") before " + from);
    }
    for (String alias : aliases) {
      if (alias.isBlank()) {
        throw new UserException("'" + name + "': an alias is empty; remove the extra |");
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

  /** The offices of {@link #role}. */
  public List<String> roles() {
    return Arrays.stream(role.split(";")).map(String::strip).filter(r -> !r.isEmpty()).toList();
  }

  /** Without some of its aliases. */
  Actor without(Set<String> forms) {
    return new Actor(
        name,
        side,
        kind,
        country,
        role,
        from,
        to,
        aliases.stream().filter(alias -> !forms.contains(alias)).toList());
  }
}
