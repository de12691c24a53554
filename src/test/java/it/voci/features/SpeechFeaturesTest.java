package it.voci.features;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.actors.Side;
import it.voci.quotes.Attribution;
import it.voci.quotes.Speaker;
import it.voci.text.ItalianTokenizer;
import it.voci.text.TextSpan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeechFeaturesTest {
  private static final String TEXT = "«Mai», dice lui. Poi piove.";

  private static float[] features(Attribution... speech) {
    return SpeechFeatures.of(new ItalianTokenizer().tokenize(TEXT), List.of(), List.of(speech));
  }

  private static float value(float[] features, String name) {
    return features[SpeechFeatures.NAMES.indexOf(name)];
  }

  private static Attribution said(int start, int end, Side side) {
    return new Attribution(
        new TextSpan(start, end),
        Attribution.Kind.DIRECT,
        Optional.empty(),
        new Speaker("X", side, "", Optional.of("X")));
  }

  @Test
  void shares_areOfTheParagraphsWords() {
    float[] features = features(said(1, 4, Side.WEST));
    assertThat(value(features, "speaks.west")).isEqualTo(0.2f);
    assertThat(value(features, "speaks_named.west")).isEqualTo(0.2f);
    assertThat(value(features, "main_speaker.west")).isEqualTo(1);
    assertThat(value(features, "direct")).isEqualTo(0.2f);
    assertThat(value(features, "own_words")).isEqualTo(0.8f);
    assertThat(value(features, "mostly_own")).isEqualTo(1);
    assertThat(value(features, "nobody_named")).isEqualTo(1);
  }

  @Test
  void nobodySpeaks_allWordsAreTheWriters() {
    float[] features = features();
    assertThat(value(features, "only_own")).isEqualTo(1);
    assertThat(value(features, "main_speaker.kremlin")).isZero();
  }

  @Test
  void context_takesSharesAndTotals() {
    float[] context = SpeechFeatures.context(features(said(1, 4, Side.UKRAINE)));
    assertThat(context).hasSize(SpeechFeatures.CONTEXT_NAMES.size());
    assertThat(context[SpeechFeatures.CONTEXT_NAMES.indexOf("speaks.ukraine")]).isEqualTo(0.2f);
    assertThat(context[SpeechFeatures.CONTEXT_NAMES.indexOf("own_words")]).isEqualTo(0.8f);
  }
}
