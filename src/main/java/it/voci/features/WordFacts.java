package it.voci.features;

import java.util.List;

/** What a word gives by itself, wherever it stands. */
final class WordFacts {
  private final GramCounter.Word grams;
  private final DenseFeatures.Word surface;
  private final float[] vector;
  private final List<TermLists.Term> terms;

  WordFacts(
      GramCounter.Word grams,
      DenseFeatures.Word surface,
      float[] vector,
      List<TermLists.Term> terms) {
    this.grams = grams;
    this.surface = surface;
    this.vector = vector;
    this.terms = List.copyOf(terms);
  }

  GramCounter.Word grams() {
    return grams;
  }

  DenseFeatures.Word surface() {
    return surface;
  }

  /** Its word vector, empty where it has none. */
  float[] vector() {
    return vector;
  }

  /** Those it may be the beginning of. */
  List<TermLists.Term> terms() {
    return terms;
  }
}
