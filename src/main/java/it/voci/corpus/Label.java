package it.voci.corpus;

import it.voci.UserException;
import java.util.regex.Pattern;

/**
 * One value of a task.
 *
 * @param id what files hold, lower-case snake_case
 * @param en English display name
 * @param it Italian display name
 * @param about what the label means, in a sentence; may be empty
 */
public record Label(String id, String en, String it, String about) {
  static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

  public Label {
    if (!ID.matcher(id).matches()) {
      throw new UserException("label id '" + id + "' must be lower-case snake_case");
    }
  }
}
