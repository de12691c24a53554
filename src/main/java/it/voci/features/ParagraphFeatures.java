package it.voci.features;

import it.voci.quotes.Attribution;
import java.util.List;

/** What the network sees of one paragraph. The arrays are not to be changed. */
public final class ParagraphFeatures {
  private final int[] grams;
  private final float[] gramWeights;
  private final int[] around;
  private final float[] aroundWeights;
  private final float[] vector;
  private final float[] dense;
  private final List<Attribution> speech;

  ParagraphFeatures(
      int[] grams,
      float[] gramWeights,
      int[] around,
      float[] aroundWeights,
      float[] vector,
      float[] dense,
      List<Attribution> speech) {
    this.grams = grams;
    this.gramWeights = gramWeights;
    this.around = around;
    this.aroundWeights = aroundWeights;
    this.vector = vector;
    this.dense = dense;
    this.speech = List.copyOf(speech);
  }

  /** Rows of the n-gram table, ascending, distinct. */
  public int[] grams() {
    return grams;
  }

  /** For every row in {@link #grams()}, its TF-IDF weight, above 0. */
  public float[] gramWeights() {
    return gramWeights;
  }

  /** Rows of the n-gram table in the paragraphs before and after, ascending, distinct. */
  public int[] around() {
    return around;
  }

  /** For every row in {@link #around()}, the mean of its weights in those paragraphs, above 0. */
  public float[] aroundWeights() {
    return aroundWeights;
  }

  /** Pooled word vectors: length of {@link FeatureExtractor#vectorLength()}. */
  public float[] vector() {
    return vector;
  }

  /** The features named in {@link FeatureExtractor#denseNames()}, each about 0 to 1. */
  public float[] dense() {
    return dense;
  }

  /** Who says what in the paragraph. */
  public List<Attribution> speech() {
    return speech;
  }
}
