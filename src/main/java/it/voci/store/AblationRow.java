package it.voci.store;

import it.voci.UserException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model trained without a part of it reaches on the dev articles.
 *
 * @param name what was left out
 * @param macroF1 task id → macro-F1
 */
public record AblationRow(String name, Map<String, Double> macroF1) {
  public AblationRow {
    if (name == null || macroF1 == null) {
      throw new UserException("a row needs a name and macroF1");
    }
    macroF1 = Collections.unmodifiableMap(new LinkedHashMap<>(macroF1));
  }
}
