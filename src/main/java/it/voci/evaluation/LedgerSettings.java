package it.voci.evaluation;

import it.voci.UserException;
import it.voci.corpus.Period;

/**
 * How a ledger is kept.
 *
 * @param period how finely dates are told apart where parts are periods
 * @param speakers how many speakers of a part are listed at most
 * @param bootstrap of the intervals
 */
public record LedgerSettings(
    Ledger.By by, Period period, int speakers, ArticleBootstrap bootstrap) {
  /** By outlet; months; 20 speakers; 1,000 resamples, 95 %, seed 42. */
  public static final LedgerSettings DEFAULTS =
      new LedgerSettings(Ledger.By.OUTLET, Period.MONTH, 20, new ArticleBootstrap(42));

  public LedgerSettings {
    if (speakers < 0) {
      throw new UserException("--speakers must be at least 0 but was " + speakers);
    }
  }

  public LedgerSettings with(Period other) {
    return new LedgerSettings(by, other, speakers, bootstrap);
  }

  public LedgerSettings by(Ledger.By other) {
    return new LedgerSettings(other, period, speakers, bootstrap);
  }
}
