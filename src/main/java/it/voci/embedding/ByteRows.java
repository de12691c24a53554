package it.voci.embedding;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of signed bytes, each row with a scale of its own: a number is its byte times the scale, and
 * a row's largest absolute value is 127. A quarter of the memory of floats; the cosine of a row
 * with what it was made from is above 0.9999 unless a few of its numbers dwarf the others.
 *
 * <p>The bytes lie in memory or in a mapped file, in chunks of which each but the last holds a
 * power of two of rows, so that no chunk comes near what one buffer can hold.
 */
final class ByteRows implements Rows {
  private static final int LARGEST = 127;
  private static final int CHUNK_BYTES = 1 << 24;

  private final int dimension;
  private final float[] scales;
  private final ByteBuffer[] chunks;
  private final int shift;

  /**
   * Takes over the arrays.
   *
   * @param scales one per row, finite even times 128
   * @param chunks of {@link #rowsPerChunk} rows
   */
  ByteRows(int dimension, float[] scales, ByteBuffer[] chunks) {
    this.dimension = dimension;
    this.scales = scales;
    this.chunks = chunks;
    this.shift = Integer.numberOfTrailingZeros(rowsPerChunk(dimension));
  }

  static int rowsPerChunk(int dimension) {
    return Math.max(1, Integer.highestOneBit(CHUNK_BYTES / dimension));
  }

  @Override
  public int dimension() {
    return dimension;
  }

  float scale(int row) {
    return scales[row];
  }

  /** The row's bytes, copied. */
  byte[] bytes(int row) {
    byte[] bytes = new byte[dimension];
    chunks[row >>> shift].get((row & ((1 << shift) - 1)) * dimension, bytes);
    return bytes;
  }

  @Override
  public void addTo(int row, float[] sum, int offset) {
    float scale = scales[row];
    byte[] bytes = bytes(row);
    for (int i = 0; i < dimension; i++) {
      sum[offset + i] += scale * bytes[i];
    }
  }

  @Override
  public boolean direction(int row, float[] unit) {
    byte[] bytes = bytes(row);
    long norm = 0;
    for (byte value : bytes) {
      norm += value * value;
    }
    if (norm == 0 || scales[row] == 0) {
      return false;
    }
    float factor = (float) (1 / Math.sqrt((double) norm));
    for (int i = 0; i < dimension; i++) {
      unit[i] = bytes[i] * factor;
    }
    return true;
  }

  /**
   * Rounds a row.
   *
   * @param bytes receives the row
   * @return its scale
   */
  static float quantise(float[] row, byte[] bytes) {
    float largest = 0;
    for (float value : row) {
      largest = Math.max(largest, Math.abs(value));
    }
    // Multiplied back, the largest number must not become infinite.
    float scale = Math.min(largest / LARGEST, Float.MAX_VALUE / (LARGEST + 1));
    for (int i = 0; i < row.length; i++) {
      int rounded = scale == 0 ? 0 : Math.round(row[i] / scale);
      bytes[i] = (byte) Math.max(-LARGEST, Math.min(LARGEST, rounded));
    }
    return scale;
  }

  /** Collects rows; takes memory only as they come. */
  static final class Builder {
    private final int dimension;
    private final int capacity;
    private final List<ByteBuffer> chunks = new ArrayList<>();
    private float[] scales = new float[1024];
    private int size;

    /**
     * Starts without rows.
     *
     * @param capacity how many there will be at most
     */
    Builder(int dimension, int capacity) {
      this.dimension = dimension;
      this.capacity = capacity;
    }

    void add(float[] row) {
      byte[] bytes = new byte[dimension];
      add(quantise(row, bytes), bytes);
    }

    void add(float scale, byte[] bytes) {
      int perChunk = rowsPerChunk(dimension);
      if (size % perChunk == 0) {
        chunks.add(ByteBuffer.allocate(Math.min(perChunk, capacity - size) * dimension));
      }
      if (size == scales.length) {
        scales = Arrays.copyOf(scales, 2 * size);
      }
      scales[size] = scale;
      chunks.get(size / perChunk).put(bytes);
      size++;
    }

    ByteRows build() {
      return new ByteRows(
          dimension, Arrays.copyOf(scales, size), chunks.toArray(ByteBuffer[]::new));
    }
  }
}
