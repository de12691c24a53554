package it.voci.embedding;

import java.util.function.DoubleConsumer;

/** Learns word vectors from text. */
public interface EmbeddingTrainer {
  /**
   * Trains on the text, which is read several times.
   *
   * @param progress told the finished share of the work, from 0 to 1, now and then
   * @throws it.voci.UserException where the text holds no word often enough
   */
  WordVectors train(TrainingText text, EmbeddingSettings settings, DoubleConsumer progress);
}
