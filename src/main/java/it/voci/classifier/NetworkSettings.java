package it.voci.classifier;

import it.voci.UserException;

/**
 * Widths of the network: four branches (n-grams through an embedding bag, those of the paragraphs
 * before and after through another, pooled word vectors, dense features), joined, a hidden layer,
 * and a head per task that sees both.
 *
 * @param gramWidth columns of the n-gram table
 * @param aroundWidth columns of the table for n-grams of the paragraphs before and after
 * @param vectorWidth units over the pooled word vectors
 * @param denseWidth units over the dense features
 * @param hiddenWidth units over the four branches together
 * @param members networks that are trained from different seeds and averaged
 */
public record NetworkSettings(
    int gramWidth, int aroundWidth, int vectorWidth, int denseWidth, int hiddenWidth, int members) {
  /** The one place where the defaults stand. */
  public static final NetworkSettings DEFAULTS = new NetworkSettings(16, 8, 16, 32, 48, 3);

  private static final int WIDEST = 4096;
  private static final int MOST_MEMBERS = 32;

  public NetworkSettings {
    require("gramWidth", gramWidth);
    require("aroundWidth", aroundWidth);
    require("vectorWidth", vectorWidth);
    require("denseWidth", denseWidth);
    require("hiddenWidth", hiddenWidth);
    if (members < 1 || members > MOST_MEMBERS) {
      throw new UserException("members must be 1 to " + MOST_MEMBERS + " but was " + members);
    }
  }

  public NetworkSettings withMembers(int other) {
    return new NetworkSettings(gramWidth, aroundWidth, vectorWidth, denseWidth, hiddenWidth, other);
  }

  /** Width of the four branches together. */
  public int joinedWidth() {
    return gramWidth + aroundWidth + vectorWidth + denseWidth;
  }

  private static void require(String name, int value) {
    if (value < 1 || value > WIDEST) {
      throw new UserException(name + " must be 1 to " + WIDEST + " but was " + value);
    }
  }
}
