package it.voci.report;

import java.util.function.Function;

/**
 * How results are written, one after the other, so that not all of them need to be in memory.
 *
 * @param before what stands before the first
 * @param result a result as text; safe for use by several threads
 * @param between what stands between two
 * @param after what stands after the last
 */
public record Rendering<T>(
    String before, Function<T, String> result, String between, String after) {
  /** Results with nothing around them. */
  static <T> Rendering<T> plain(Function<T, String> result) {
    return new Rendering<>("", result, "", "");
  }
}
