package it.voci.features;

/** What the network sees of one paragraph. The arrays are not to be changed. */
public final class ParagraphFeatures {
  private final int[] grams;
  private final float[] gramWeights;
  private final float[] vector;
  private final float[] dense;

  ParagraphFeatures(int[] grams, float[] gramWeights, float[] vector, float[] dense) {
    this.grams = grams;
    this.gramWeights = gramWeights;
    this.vector = vector;
    this.dense = dense;
  }

  /** Rows of the n-gram table, ascending, distinct. */
  public int[] grams() {
    return grams;
  }

  /** For every row in {@link #grams()}, its TF-IDF weight, above 0. */
  public float[] gramWeights() {
    return gramWeights;
  }

  /** Pooled word vectors: length of {@link FeatureExtractor#vectorLength()}. */
  public float[] vector() {
    return vector;
  }

  /**
   * The features named in {@link DenseFeatures#NAMES}, then those in {@link ActorFeatures#NAMES},
   * each about 0 to 1.
   */
  public float[] dense() {
    return dense;
  }
}
