package it.voci.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * Where the figures of a ledger come from.
 *
 * @param labels the files counted
 * @param models identities of the models that gave the labels
 * @param confusions what the adjusted shares follow from; empty where nothing is adjusted
 * @param notes what is worth telling, a line each
 */
public record LedgerSources(
    List<String> labels, List<String> models, Optional<String> confusions, List<String> notes) {
  public LedgerSources {
    labels = List.copyOf(labels);
    models = List.copyOf(models);
    notes = List.copyOf(notes);
  }

  /** Labels that a program has just made, adjusted for nothing. */
  public static LedgerSources of(String model) {
    return new LedgerSources(List.of(), List.of(model), Optional.empty(), List.of());
  }
}
