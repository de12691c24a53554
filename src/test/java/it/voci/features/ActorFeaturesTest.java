package it.voci.features;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.actors.Actor;
import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.text.ItalianTokenizer;
import it.voci.text.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActorFeaturesTest {
  private static final ActorMatcher MATCHER =
      new ActorMatcher(
          new Gazetteer(
              List.of(
                  actor("Peskov", Side.KREMLIN),
                  actor("Kuleba", Side.UKRAINE),
                  actor("Londra", Side.WEST))));

  private static Actor actor(String name, Side side) {
    return new Actor(name, side, Actor.Kind.PERSON, "", "", "", "", List.of());
  }

  /** The features that are not 0. */
  private static Map<String, Float> features(String text) {
    List<Token> tokens = new ItalianTokenizer().tokenize(text);
    List<Mention> mentions = MATCHER.mentions(tokens, Optional.empty());
    float[] values = ActorFeatures.of(tokens, mentions, ActorFeatures.nobody());
    Map<String, Float> present = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        present.put(ActorFeatures.NAMES.get(i), values[i]);
      }
    }
    return present;
  }

  @Test
  void actorBesideAWordOfSaying_speaks() {
    assertThat(features("«Nessuna tregua», ha dichiarato Peskov dopo la visita di Kuleba."))
        .containsEntry("named.kremlin", 0.5f)
        .containsEntry("named.ukraine", 0.5f)
        .containsEntry("speaks.kremlin", 1f)
        .containsEntry("first.kremlin", 1f)
        .containsEntry("beside_quote.kremlin", 1f)
        .containsEntry("cues", 0.2f)
        .doesNotContainKeys("speaks.ukraine", "cue_without_actor", "no_actor");
  }

  @Test
  void source_isCreditedWithoutAVerb() {
    assertThat(features("Secondo Londra le riserve sono finite."))
        .containsEntry("source.west", 1f)
        .containsEntry("speaks.west", 1f)
        .doesNotContainKey("cues");
  }

  @Test
  void wordOfSayingFarFromAnyActor_hasNone() {
    assertThat(features("Ha aggiunto che la decisione arriverà presto."))
        .containsEntry("cue_without_actor", 1f)
        .containsEntry("no_actor", 1f);
  }

  @Test
  void swappingTheSpeakerForAnotherOfItsSide_changesNothing() {
    ActorMatcher two =
        new ActorMatcher(
            new Gazetteer(List.of(actor("Peskov", Side.KREMLIN), actor("Lavrov", Side.KREMLIN))));
    List<Token> one = new ItalianTokenizer().tokenize("Lo ha detto Peskov.");
    List<Token> other = new ItalianTokenizer().tokenize("Lo ha detto Lavrov.");
    assertThat(ActorFeatures.of(one, two.mentions(one, Optional.empty()), ActorFeatures.nobody()))
        .containsExactly(
            ActorFeatures.of(other, two.mentions(other, Optional.empty()), ActorFeatures.nobody()));
  }

  @Test
  void sides_standInPlaceOfNames() {
    List<Token> tokens = new ItalianTokenizer().tokenize("ieri Peskov taceva");
    assertThat(
            ActorFeatures.sides(
                List.of("ieri", "peskov", "taceva"), MATCHER.mentions(tokens, Optional.empty())))
        .containsExactly("ieri", "§KREMLIN", "taceva");
  }
}
