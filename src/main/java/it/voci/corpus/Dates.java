package it.voci.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates that are not {@code yyyy-MM} or {@code yyyy-MM-dd}. */
final class Dates implements DatasetCheck.Check {
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  @Override
  public List<Finding> find(CheckedDataset dataset) {
    return dataset.folder().articles().stream()
        .filter(
            article -> article.article().date().filter(date -> year(date).isEmpty()).isPresent())
        .map(
            article ->
                Finding.error(
                    "date",
                    article.where()
                        + ": article '"
                        + article.article().id()
                        + "': expected a date yyyy-MM or yyyy-MM-dd but was "
                        + JsonText.excerpt(article.article().date().orElseThrow())))
        .toList();
  }

  /** The year of a date; empty where it is none. */
  static Optional<String> year(String date) {
    try {
      if (MONTH.matcher(date).matches()) {
        return Optional.of(Integer.toString(YearMonth.parse(date).getYear()));
      }
      return DAY.matcher(date).matches()
          ? Optional.of(Integer.toString(LocalDate.parse(date).getYear()))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
