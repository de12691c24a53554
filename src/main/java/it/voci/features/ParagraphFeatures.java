package it.voci.features;

import it.voci.quotes.Attribution;
import java.util.Arrays;
import java.util.List;

/** What the network sees of one paragraph. The arrays are not to be changed. */
public final class ParagraphFeatures {
  private final GramBag grams;
  private final List<GramBag> neighbours;
  private final float[] vector;
  private final float[] dense;
  private final List<Attribution> speech;

  ParagraphFeatures(
      GramBag grams,
      List<GramBag> neighbours,
      float[] vector,
      float[] dense,
      List<Attribution> speech) {
    this.grams = grams;
    this.neighbours = List.copyOf(neighbours);
    this.vector = vector;
    this.dense = dense;
    this.speech = List.copyOf(speech);
  }

  /** The paragraph's n-grams with their TF-IDF weights. */
  public GramBag grams() {
    return grams;
  }

  /**
   * The n-grams of the paragraphs before and after, as far as there are any and they count: the
   * very bags that those paragraphs have.
   */
  public List<GramBag> neighbours() {
    return neighbours;
  }

  /** The n-grams of {@link #neighbours()}, with their mean weights there; made anew every time. */
  public GramBag around() {
    GramBag before = neighbours.isEmpty() ? GramBag.NONE : neighbours.get(0);
    GramBag after = neighbours.size() < 2 ? GramBag.NONE : neighbours.get(1);
    float share = neighbours.size() < 2 ? 1 : 0.5f;
    int[] rows = new int[before.rows().length + after.rows().length];
    float[] weights = new float[rows.length];
    int size = 0;
    for (int b = 0, a = 0; b < before.rows().length || a < after.rows().length; size++) {
      int rowBefore = b < before.rows().length ? before.rows()[b] : Integer.MAX_VALUE;
      int rowAfter = a < after.rows().length ? after.rows()[a] : Integer.MAX_VALUE;
      rows[size] = Math.min(rowBefore, rowAfter);
      weights[size] =
          share
              * ((rowBefore <= rowAfter ? before.weights()[b++] : 0)
                  + (rowAfter <= rowBefore ? after.weights()[a++] : 0));
    }
    return new GramBag(Arrays.copyOf(rows, size), Arrays.copyOf(weights, size));
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
