package it.voci.features;

import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.quotes.Attribution;
import it.voci.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which share of a paragraph's words is whose, and whom it names. */
final class SpeechFeatures {
  private static final List<Side> ALL_SIDES = List.of(Side.values());
  private static final int SIDES = ALL_SIDES.size();

  /** Per side. */
  private static final List<String> GROUPS =
      List.of("speaks", "speaks_named", "first_speaker", "main_speaker", "majority", "named");

  private static final List<String> TOTALS =
      List.of("direct", "indirect", "own_words", "mostly_own", "only_own", "nobody_named");

  /** The features' names, in the order of their values. */
  static final List<String> NAMES =
      Stream.concat(GROUPS.stream().flatMap(SpeechFeatures::perSide), TOTALS.stream()).toList();

  /** What the paragraph before, or after, lends. */
  static final List<String> CONTEXT_NAMES =
      Stream.concat(perSide("speaks"), TOTALS.stream().limit(4)).toList();

  private SpeechFeatures() {}

  private static Stream<String> perSide(String group) {
    return ALL_SIDES.stream().map(side -> group + "." + side.name().toLowerCase(Locale.ROOT));
  }

  /** Values of {@link #NAMES}. */
  static float[] of(List<Token> tokens, List<Mention> mentions, List<Attribution> speech) {
    float[] values = new float[NAMES.size()];
    float[] speaks = new float[SIDES];
    float direct = 0;
    float indirect = 0;
    int words = Math.max(1, words(tokens, 0, Integer.MAX_VALUE));
    for (int i = 0; i < speech.size(); i++) {
      Attribution attribution = speech.get(i);
      int side = ALL_SIDES.indexOf(attribution.speaker().side());
      float share =
          (float) words(tokens, attribution.speech().start(), attribution.speech().end()) / words;
      speaks[side] += share;
      if (attribution.speaker().asWritten().isPresent()) {
        values[SIDES + side] += share;
      }
      if (attribution.kind() == Attribution.Kind.DIRECT) {
        direct += share;
      } else {
        indirect += share;
      }
      if (i == 0) {
        values[2 * SIDES + side] = 1;
      }
    }
    int main = 0;
    float all = 0;
    for (int side = 0; side < SIDES; side++) {
      values[side] = speaks[side];
      values[4 * SIDES + side] = speaks[side] > 0.5f ? 1 : 0;
      main = speaks[side] > speaks[main] ? side : main;
      all += speaks[side];
    }
    if (all > 0) {
      values[3 * SIDES + main] = 1;
    }
    for (Mention mention : mentions) {
      values[5 * SIDES + ALL_SIDES.indexOf(mention.actor().side())] += 1f / mentions.size();
    }
    float own = Math.max(0, 1 - all);
    float[] totals = {
      direct, indirect, own, own > 0.5f ? 1 : 0, own > 0.9f ? 1 : 0, mentions.isEmpty() ? 1 : 0
    };
    System.arraycopy(totals, 0, values, GROUPS.size() * SIDES, totals.length);
    return values;
  }

  /** Values of {@link #CONTEXT_NAMES}, taken from a neighbour's {@link #NAMES}. */
  static float[] context(float[] neighbour) {
    float[] values = Arrays.copyOf(neighbour, CONTEXT_NAMES.size());
    System.arraycopy(neighbour, GROUPS.size() * SIDES, values, SIDES, values.length - SIDES);
    return values;
  }

  /** Words of a stretch of text; tokens stand in its order. */
  private static int words(List<Token> tokens, int start, int end) {
    int count = 0;
    for (int i = firstFrom(tokens, start); i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.start() >= end) {
        break;
      }
      if (token.kind() != Token.Kind.PUNCTUATION && token.end() <= end) {
        count++;
      }
    }
    return count;
  }

  private static int firstFrom(List<Token> tokens, int start) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
