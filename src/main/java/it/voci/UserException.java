package it.voci;

/**
 * A mistake the user can mend. The message is one line that says what is wrong, where, the actual
 * value and what to do; it is printed as it stands, without a stack trace.
 */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserException(String message) {
    super(message);
  }

  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
