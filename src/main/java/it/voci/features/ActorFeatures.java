package it.voci.features;

import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.text.TextNormaliser;
import it.voci.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which side's actors a paragraph names, and which of them stand next to a word of saying or to a
 * quotation: rough evidence of who speaks.
 */
final class ActorFeatures {
  /** How far from a word of saying, in tokens, its speaker is looked for. */
  private static final int REACH = 10;

  /** How far after "secondo" its source begins. */
  private static final int SOURCE_REACH = 4;

  private static final List<Side> ALL_SIDES =
      Arrays.stream(Side.values()).filter(side -> side != Side.UNKNOWN).toList();
  private static final int SIDES = ALL_SIDES.size();

  /** Per side; the last group looks at the paragraph before. */
  private static final List<String> GROUPS =
      List.of("named", "speaks", "source", "first", "beside_quote", "spoke_before");

  /** The features' names, in the order of their values. */
  static final List<String> NAMES =
      Stream.concat(
              GROUPS.stream()
                  .flatMap(
                      group ->
                          ALL_SIDES.stream()
                              .map(side -> group + "." + side.name().toLowerCase(Locale.ROOT))),
              Stream.of("cues", "cue_without_actor", "no_actor"))
          .toList();

  /** Beginnings of the forms of verbs and nouns of saying, folded. */
  private static final List<String> CUES =
      List.of(
          ("dichiar afferm sosten sostien spieg aggiun sottoline ribad replic comment osserv avvert"
                  + " ammett ammess assicur annunc ricord precis conclu ripet scriv scritt dett dice"
                  + " dicon disse dicev raccont denunc accus rifer riport comunic sapere riten stim"
                  + " valut giudic defini prome chied chies invit esort minacc smenti rivendic insist"
                  + " rispo rispond ragion notific rileva segnala avverti confess rammenta lament"
                  + " critic condann respin prevede prevedon parl")
              .split(" "));

  private static final Set<String> SOURCES = Set.of("secondo", "stando", "per", "detta", "parere");

  private ActorFeatures() {}

  /**
   * Values of {@link #NAMES}.
   *
   * @param before what the paragraph before spoke with, as {@link #speakers} gives it
   */
  static float[] of(List<Token> tokens, List<Mention> mentions, float[] before) {
    float[] values = new float[NAMES.size()];
    for (Mention mention : mentions) {
      values[place(mention)] += 1f / mentions.size();
    }
    float[] speakers = new float[SIDES];
    int[] cues = new int[2];
    credit(tokens, mentions, speakers, cues);
    float sum = sum(speakers);
    for (int side = 0; side < SIDES && sum > 0; side++) {
      values[SIDES + side] = speakers[side] / sum;
    }
    for (Mention mention : mentions) {
      int side = place(mention);
      if (isSource(tokens, mention.start())) {
        values[2 * SIDES + side] = 1;
      }
      if (isBesideQuote(tokens, mention)) {
        values[4 * SIDES + side] = 1;
      }
    }
    if (!mentions.isEmpty()) {
      values[3 * SIDES + place(mentions.get(0))] = 1;
    }
    System.arraycopy(before, 0, values, 5 * SIDES, SIDES);
    values[6 * SIDES] = Math.min(1, cues[0] / 5f);
    values[6 * SIDES + 1] = cues[0] == 0 ? 0 : (float) cues[1] / cues[0];
    values[6 * SIDES + 2] = mentions.isEmpty() ? 1 : 0;
    return values;
  }

  /** The shares with which the sides speak in a paragraph; all 0 where nobody is seen to. */
  static float[] speakers(List<Token> tokens, List<Mention> mentions) {
    float[] speakers = new float[SIDES];
    credit(tokens, mentions, speakers, new int[2]);
    float sum = sum(speakers);
    for (int side = 0; side < SIDES && sum > 0; side++) {
      speakers[side] /= sum;
    }
    return speakers;
  }

  /** What stands for no paragraph before. */
  static float[] nobody() {
    return new float[SIDES];
  }

  /** The tokens with every mention as one word that names its side. */
  static List<String> sides(List<String> words, List<Mention> mentions) {
    List<String> sides = new ArrayList<>(words.size());
    int next = 0;
    for (int i = 0; i < words.size(); ) {
      if (next < mentions.size() && mentions.get(next).start() == i) {
        sides.add("§" + mentions.get(next).actor().side().name());
        i = mentions.get(next++).end();
      } else {
        sides.add(words.get(i++));
      }
    }
    return sides;
  }

  /** Gives every word of saying to the nearest actor; counts all such words and those without. */
  private static void credit(
      List<Token> tokens, List<Mention> mentions, float[] speakers, int[] cues) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() != Token.Kind.WORD || !isCue(tokens.get(i))) {
        continue;
      }
      cues[0]++;
      int nearest = Integer.MAX_VALUE;
      int side = -1;
      for (Mention mention : mentions) {
        int distance =
            mention.start() > i ? mention.start() - i : Math.max(0, i - mention.end() + 1);
        if (distance < nearest) {
          nearest = distance;
          side = place(mention);
        }
      }
      if (nearest <= REACH) {
        speakers[side] += 1f / (1 + nearest);
      } else {
        cues[1]++;
      }
    }
    for (Mention mention : mentions) {
      if (isSource(tokens, mention.start())) {
        speakers[place(mention)] += 0.5f;
      }
    }
  }

  private static boolean isCue(Token token) {
    String word = TextNormaliser.fold(token.text());
    return word.length() > 3 && CUES.stream().anyMatch(word::startsWith);
  }

  private static boolean isSource(List<Token> tokens, int start) {
    for (int i = start - 1; i >= Math.max(0, start - SOURCE_REACH); i--) {
      if (SOURCES.contains(TextNormaliser.fold(tokens.get(i).text()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBesideQuote(List<Token> tokens, Mention mention) {
    for (int i = Math.max(0, mention.start() - REACH);
        i < Math.min(tokens.size(), mention.end() + REACH);
        i++) {
      String text = tokens.get(i).text();
      boolean before = i < mention.start() && (text.equals("»") || text.equals("\""));
      boolean after =
          i >= mention.end() && (text.equals("«") || text.equals("\"") || text.equals(":"));
      if (before || after) {
        return true;
      }
    }
    return false;
  }

  private static int place(Mention mention) {
    return ALL_SIDES.indexOf(mention.actor().side());
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
