package it.voci.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeparationTest {
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};
  private static final float[] WEST = {-1, 0};

  @Test
  void of_tightGroups_isOne() {
    Separation separation =
        Separation.of(List.of(EAST, EAST, NORTH, NORTH), List.of("a", "a", "b", "b"), 1);
    assertThat(separation.silhouette()).isEqualTo(1);
    assertThat(separation.nearest()).isEqualTo(1);
    assertThat(separation.shuffled().estimate()).isLessThan(0.7);
    assertThat(separation.groups())
        .containsExactly(
            Map.entry("a", new Separation.Group(2, 1)), Map.entry("b", new Separation.Group(2, 1)));
  }

  /**
   * Distances 1 (east, north), 2 (east, west), 1 (north, west). East: (2 - 1) / 2; north: (1 - 1) /
   * 1; west is alone. Dealt otherwise: the same with east alone; with north alone -1/2, -1/2 and 0.
   */
  @Test
  void of_threePoints_isCountedByHand() {
    Separation separation = Separation.of(List.of(EAST, NORTH, WEST), List.of("a", "a", "b"), 1);
    assertThat(separation.silhouette()).isCloseTo(1 / 6.0, within(1e-6));
    assertThat(separation.groups().get("a").silhouette()).isCloseTo(0.25, within(1e-6));
    assertThat(separation.groups().get("b")).isEqualTo(new Separation.Group(1, 0));
    assertThat(separation.nearest()).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(separation.shuffled().estimate()).isCloseTo(0, within(0.03));
    assertThat(separation.shuffled().low()).isCloseTo(-1 / 3.0, within(1e-6));
    assertThat(separation.shuffled().high()).isCloseTo(1 / 6.0, within(1e-6));
  }

  @Test
  void of_sameSeed_isTheSame() {
    List<float[]> points = List.of(EAST, NORTH, WEST, EAST);
    List<String> names = List.of("a", "b", "a", "b");
    assertThat(Separation.of(points, names, 3)).isEqualTo(Separation.of(points, names, 3));
  }

  @Test
  void of_oneGroup_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Separation.of(List.of(EAST, WEST), List.of("a", "a"), 1));
  }
}
