package it.voci.corpus;

import java.util.Locale;

/**
 * Something a check found.
 *
 * @param severity an error makes the dataset unfit for use; a warning wants an explanation
 * @param kind the check's name, snake_case
 * @param message one line, beginning with {@code file:line} where there is one
 */
public record Finding(Severity severity, String kind, String message) {
  /** How bad it is. */
  public enum Severity {
    ERROR,
    WARNING
  }

  static Finding error(String kind, String message) {
    return new Finding(Severity.ERROR, kind, message);
  }

  /** A warning. */
  public static Finding warning(String kind, String message) {
    return new Finding(Severity.WARNING, kind, message);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public String toString() {
    return severity.name().toLowerCase(Locale.ROOT) + " " + kind + ": " + message;
  }
}
