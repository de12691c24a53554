package it.voci.embedding;

/** Told how training goes, and asked whether it is to go on. Calls may come from any thread. */
public interface TrainingMonitor {
  /** Tells nobody and never stops. */
  TrainingMonitor SILENT = (stage, share, wordsPerSecond, loss) -> {};

  /** What is being done. */
  enum Stage {
    READING,
    LEARNING
  }

  /**
   * Called now and then.
   *
   * @param share of the stage, from 0 to 1
   * @param wordsPerSecond of this stage so far
   * @param loss mean negative log likelihood of a context word and its noise words so far; NaN
   *     where it is not known
   */
  void progressed(Stage stage, double share, double wordsPerSecond, double loss);

  /** True once training is to stop soon. */
  default boolean stopped() {
    return false;
  }
}
