package it.voci.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.actors.ActorMatcher;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SpeakerNamesTest {
  private static final SpeakerNames NAMES = new SpeakerNames(ActorMatcher.shipped());

  private static boolean same(String annotated, String predicted) {
    return NAMES.same(annotated, predicted, Optional.of("2024-05"));
  }

  @Test
  void capital_andItsGovernment_areTheSame() {
    assertThat(same("governo russo", "Mosca")).isTrue();
    assertThat(same("Vilnius", "governo lituano")).isTrue();
  }

  @Test
  void capital_andGovernmentOfAnother_differ() {
    assertThat(same("governo russo", "Kiev")).isFalse();
  }

  @Test
  void surname_inAnotherSpelling_isTheSame() {
    assertThat(same("Vadym Skibitskyi", "Vadym Skibitsky")).isTrue();
  }

  @Test
  void nobody_isNotTheSame() {
    assertThat(same("Vadym Skibitskyi", "")).isFalse();
  }
}
