package it.voci.corpus;

import java.util.Optional;

/** How finely dates are told apart. */
public enum Period {
  DAY(10),
  MONTH(7),
  YEAR(4);

  private final int length;

  Period(int length) {
    this.length = length;
  }

  /**
   * The period a date lies in, such as {@code 2024-05}.
   *
   * @param date {@code yyyy-MM} or {@code yyyy-MM-dd}
   * @return empty where the date is less exact than the period, or is none
   */
  public Optional<String> of(String date) {
    return Dates.year(date).isPresent() && date.length() >= length
        ? Optional.of(date.substring(0, length))
        : Optional.empty();
  }
}
