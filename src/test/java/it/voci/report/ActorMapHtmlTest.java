package it.voci.report;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.Golden;
import it.voci.actors.Actor;
import it.voci.actors.ActorMap;
import it.voci.actors.ActorMap.Point;
import it.voci.actors.Side;
import it.voci.evaluation.Interval;
import it.voci.evaluation.Separation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActorMapHtmlTest {
  private static final Separation SEPARATION =
      new Separation(
          0.25,
          new Interval(-0.1, -0.2, 0.05),
          0.5,
          new Interval(0.4, 0.3, 0.6),
          Map.of("kremlin", new Separation.Group(5, 0.3), "ukraine", new Separation.Group(6, 0.2)));

  private static Point point(String word, Side side, double x, double y) {
    Actor actor = new Actor("Il " + word, side, Actor.Kind.PERSON, "", "", "", "", List.of());
    return new Point(word, Optional.of(actor), x, y);
  }

  private static String page(String vectors, List<String> without, Point... points) {
    return ActorMapHtml.render(
        new ActorMap(List.of(points), 1234, 50, 12, 42, without), SEPARATION, vectors);
  }

  @Test
  void render_page_isTheGoldenOne() {
    Golden.assertMatches(
        "embeddings/plot.html",
        page(
            "vettori.voci",
            List.of("zebra"),
            point("peskov", Side.KREMLIN, 0, 0),
            point("putin", Side.KREMLIN, 0.01, 0.01),
            point("kuleba", Side.UKRAINE, 1, 1),
            point("musk", Side.OTHER, 0.5, 0.5),
            new Point("gas", Optional.empty(), 0.2, 0.8)));
    assertThat(ActorMapHtml.summary(SEPARATION))
        .isEqualTo(
            "sides: mean silhouette 0.250 (dealt out at random -0.100, 95 % from -0.200 to 0.050);"
                + " nearest word of the same side 50% (at random 40%)");
  }

  @Test
  void render_hostileWords_areText() {
    String evil = "<img src=x onerror=\"a\">&\u202E";
    String page =
        page(
            evil,
            List.of(evil),
            new Point(evil, Optional.empty(), 0, 0),
            point(evil, Side.WEST, 1, 1));
    assertThat(page).doesNotContain("<img").doesNotContain("\u202E").contains("&lt;img src=x");
    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContain("http:")
        .doesNotContain("https:");
    assertThat(page).doesNotContain("<script");
  }

  /** As many labels as there is room for are shown; the others when pointed at. */
  @Test
  void render_crowd_hidesLabelsThatWouldOverlap() {
    List<Point> crowd = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      crowd.add(point("nome" + i, Side.WEST, 0.5 + i / 1e5, 0.5));
    }
    String page = page("v", List.of(), crowd.toArray(Point[]::new));
    assertThat(page.split("<text x", -1).length - 1).isBetween(2, 10);
    assertThat(page.split("<text class=\"h\"", -1).length - 1).isBetween(90, 98);
  }
}
