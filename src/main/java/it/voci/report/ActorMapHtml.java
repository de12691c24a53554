package it.voci.report;

import it.voci.actors.Actor;
import it.voci.actors.ActorMap;
import it.voci.actors.ActorMap.Point;
import it.voci.actors.Side;
import it.voci.evaluation.Interval;
import it.voci.evaluation.Separation;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A map of actors as one page that needs no network and no script: the points, drawn once for wide
 * and once for narrow screens, which side is which, how well sides separate, and all words.
 */
public final class ActorMapHtml {
  /** How a side looks; the paths have a radius of about five. */
  private enum Style {
    KREMLIN("Kremlin", "M5 0A5 5 0 1 1-5 0A5 5 0 1 1 5 0Z"),
    UKRAINE("Ukraine", "M0-5.5L5.2 4.5H-5.2Z"),
    WEST("West", "M-4.5-4.5H4.5V4.5H-4.5Z"),
    WESTERN_INTELLIGENCE("Western intelligence", "M0-6L6 0L0 6L-6 0Z"),
    EXPERT("Experts", "M-2-5.5H2V-2H5.5V2H2V5.5H-2V2H-5.5V-2H-2Z"),
    OPPOSITION("Russian and Belarusian opposition", "M0 5.5L5.2-4.5H-5.2Z"),
    OTHER("Others", "M5-1.5V1.5H-5V-1.5Z"),
    WORD(
        "Words you named", "M0-6.5L1.6-2L6.2-2L2.6.9L3.9 5.3L0 2.6L-3.9 5.3L-2.6.9L-6.2-2L-1.6-2Z");

    private final String title;
    private final String path;

    Style(String title, String path) {
      this.title = title;
      this.path = path;
    }

    static Style of(Point point) {
      return point.actor().map(actor -> valueOf(actor.side().name())).orElse(WORD);
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    String mark() {
      return "<path fill=\"var(--" + id() + ")\" d=\"" + path + "\"/>";
    }

    String key() {
      return "<svg class=\"key\" viewBox=\"-8 -8 16 16\" aria-hidden=\"true\">" + mark() + "</svg>";
    }
  }

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--soft:#59636e;--line:#d5dae0;
      --kremlin:#c22f2f;--ukraine:#1667c9;--west:#7a43c4;--western_intelligence:#00786c;
      --expert:#7d6000;--opposition:#b4500a;--other:#6b7480;--word:#1b1f24}
      @media(prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e8ebef;--soft:#a2abb6;
      --line:#363d46;--kremlin:#ff7b72;--ukraine:#6cb2ff;--west:#c39bff;
      --western_intelligence:#3ecfbc;--expert:#dcbb4a;--opposition:#ff9e5c;--other:#98a2ae;
      --word:#e8ebef}}
      *{box-sizing:border-box}
      body{margin:0 auto;max-width:1064px;padding:16px 20px;background:var(--paper);
      color:var(--ink);font:16px/1.5 system-ui,sans-serif}
      h1{font-size:1.5rem;line-height:1.25;margin:.25em 0}h2{font-size:1.15rem;margin:1.6em 0 .4em}
      p{margin:.5em 0;max-width:70ch}.soft{color:var(--soft);overflow-wrap:anywhere}
      figure{margin:1em 0}svg.map{display:block;width:100%;height:auto;border:1px solid var(--line);
      border-radius:6px}svg.narrow{display:none}
      @media(max-width:699px){body{padding:12px}svg.wide{display:none}svg.narrow{display:block}}
      svg text{font:12px system-ui,sans-serif;fill:var(--ink);stroke:var(--paper);stroke-width:3px;
      paint-order:stroke;pointer-events:none}
      .legend{max-width:none}.legend span{display:inline-block;margin-right:1em}
      .h{visibility:hidden}g:hover>.h{visibility:visible}g:hover>text{font-weight:bold}
      g:hover>path{stroke:var(--ink);stroke-width:1.5}
      table{border-collapse:collapse}th,td{padding:.25em .9em .25em 0;text-align:left;
      vertical-align:top;border-bottom:1px solid var(--line)}td.n,th.n{text-align:right}
      svg.key{width:16px;height:16px;vertical-align:-3px;margin-right:6px}
      dt{font-weight:600;margin-top:.8em}dd{margin:0}
      """;

  private static final int MARGIN = 28;

  /** Width of a letter of the labels, on average and generously. */
  private static final double LETTER = 7;

  private final ActorMap map;
  private final Separation separation;
  private final StringBuilder out = new StringBuilder();

  private ActorMapHtml(ActorMap map, Separation separation) {
    this.map = map;
    this.separation = separation;
  }

  /**
   * The page.
   *
   * @param separation of the actors' sides, or of some, named as {@link Side} in lower case
   * @param vectors as the user named them
   */
  public static String render(ActorMap map, Separation separation, String vectors) {
    ActorMapHtml html = new ActorMapHtml(map, separation);
    html.page(vectors);
    return html.out.toString();
  }

  /** For a terminal: how well sides separate. */
  public static String summary(Separation separation) {
    return String.format(
        Locale.ROOT,
        "sides: mean silhouette %.3f (dealt out at random %.3f, 95 %% from %.3f to %.3f);"
            + " nearest word of the same side %s (at random %s)",
        separation.silhouette(),
        separation.shuffled().estimate(),
        separation.shuffled().low(),
        separation.shuffled().high(),
        percent(separation.nearest()),
        percent(separation.nearestShuffled().estimate()));
  }

  private void page(String vectors) {
    long actors = map.points().stream().filter(point -> point.actor().isPresent()).count();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    out.append(" style-src 'unsafe-inline'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<title>Actors in word vectors</title>\n<style>\n").append(STYLE);
    out.append("</style>\n</head>\n<body>\n<h1>Actors in word vectors</h1>\n");
    out.append("<p class=\"soft\">").append(escape(vectors)).append(": ");
    out.append(map.words()).append(" words of dimension ").append(map.dimension());
    out.append(". Shown: ").append(actors).append(" actors, by a name of one word");
    if (actors < map.points().size()) {
      out.append(", and ").append(map.points().size() - actors).append(" words named by you");
    }
    out.append(".</p>\n");
    legend();
    out.append("<figure>\n");
    drawing("wide", 1024, 700);
    drawing("narrow", 366, 520);
    out.append("<figcaption class=\"soft\">UMAP with cosine distance, ");
    out.append(map.neighbours()).append(" neighbours, seed ").append(map.seed());
    out.append(". Words that are used alike lie together; distances across the map, directions");
    out.append(" and the room a cluster takes mean nothing. Point at a mark to see its word.");
    out.append("</figcaption>\n</figure>\n");
    separation();
    words();
    out.append("</body>\n</html>\n");
  }

  private void legend() {
    out.append("<p class=\"legend\">");
    for (Style style : Style.values()) {
      if (map.points().stream().anyMatch(point -> Style.of(point) == style)) {
        out.append("<span>").append(style.key()).append(style.title).append("</span> ");
      }
    }
    out.append("</p>\n");
  }

  private void drawing(String kind, int width, int height) {
    out.append("<svg class=\"map ").append(kind).append("\" viewBox=\"0 0 ").append(width);
    out.append(' ').append(height).append("\" role=\"img\" aria-label=\"Map of the words listed");
    out.append(" below, coloured by side\">\n");
    List<Rectangle2D> taken = new ArrayList<>();
    for (Point point : map.points()) {
      taken.add(new Rectangle2D.Double(x(point, width) - 5, y(point, height) - 5, 10, 10));
    }
    Rectangle2D frame = new Rectangle2D.Double(2, 2, width - 4, height - 4);
    for (Point point : map.points()) {
      Style style = Style.of(point);
      out.append("<g transform=\"translate(").append(one(x(point, width))).append(' ');
      out.append(one(y(point, height))).append(")\"><title>").append(escape(point.word()));
      point
          .actor()
          .ifPresent(
              actor ->
                  out.append(" – ").append(escape(actor.name())).append(", ").append(style.title));
      out.append("</title>").append(style.mark());
      label(point, width, height, frame, taken);
      out.append("</g>\n");
    }
    out.append("</svg>\n");
  }

  /** Beside the mark where there is room; otherwise it is seen only when pointed at. */
  private void label(
      Point point, int width, int height, Rectangle2D frame, List<Rectangle2D> taken) {
    String text = TerminalText.harmless(point.word());
    double length = text.length() * LETTER;
    double x = x(point, width);
    double y = y(point, height);
    Optional<Place> free =
        Arrays.stream(Place.values())
            .filter(
                place -> {
                  Rectangle2D box = place.box(x, y, length);
                  return frame.contains(box) && taken.stream().noneMatch(box::intersects);
                })
            .findFirst();
    free.ifPresent(place -> taken.add(place.box(x, y, length)));
    Place place = free.orElse(x + Place.GAP + length < width ? Place.RIGHT : Place.LEFT);
    out.append("<text").append(free.isPresent() ? "" : " class=\"h\"").append(place.attributes());
    out.append('>').append(escape(text)).append("</text>");
  }

  /** Where a label can be, in order of preference. */
  private enum Place {
    RIGHT("start", 8, 4),
    LEFT("end", -8, 4),
    ABOVE("middle", 0, -8),
    BELOW("middle", 0, 17);

    private static final double GAP = 8;
    private static final int LINE = 13;

    private final String anchor;
    private final int x;
    private final int baseline;

    Place(String anchor, int x, int baseline) {
      this.anchor = anchor;
      this.x = x;
      this.baseline = baseline;
    }

    Rectangle2D box(double atX, double atY, double length) {
      double start =
          switch (this) {
            case RIGHT -> x;
            case LEFT -> x - length;
            case ABOVE, BELOW -> -length / 2;
          };
      return new Rectangle2D.Double(atX + start, atY + baseline - LINE + 3, length, LINE);
    }

    String attributes() {
      return " x=\"" + x + "\" y=\"" + baseline + "\" text-anchor=\"" + anchor + "\"";
    }
  }

  private static double x(Point point, int width) {
    return MARGIN + point.x() * (width - 2 * MARGIN);
  }

  private static double y(Point point, int height) {
    return MARGIN + (1 - point.y()) * (height - 2 * MARGIN);
  }

  private void separation() {
    out.append(
        "<h2>Do sides lie together?</h2>\n<p>Measured in the vectors themselves, not on the");
    out.append(" map. The mean silhouette is <strong>");
    out.append(three(separation.silhouette())).append("</strong>; with the sides dealt out at");
    out.append(" random it is ").append(range(separation.shuffled())).append(". That is ");
    out.append(verdict(separation.silhouette(), separation.shuffled())).append(". It is 1 where");
    out.append(" every word is only near those of its side, 0 where sides overlap, negative where");
    out.append(" words are nearer to another side. The nearest word is of the same side for");
    out.append(" <strong>").append(percent(separation.nearest())).append("</strong>; at random");
    out.append(" for ").append(percent(separation.nearestShuffled().estimate())).append(" (95 %: ");
    out.append(percent(separation.nearestShuffled().low())).append(" to ");
    out.append(percent(separation.nearestShuffled().high())).append("): ");
    out.append(verdict(separation.nearest(), separation.nearestShuffled()))
        .append(".</p>\n<table>\n<tr>");
    out.append("<th>Side<th class=\"n\">Words<th class=\"n\">Silhouette\n");
    for (Style style : Style.values()) {
      long points = map.points().stream().filter(point -> Style.of(point) == style).count();
      Separation.Group group = separation.groups().get(style.id());
      if (points > 0) {
        row(style, points, group == null ? "–" : three(group.silhouette()));
      }
    }
    out.append("</table>\n<p class=\"soft\">Words are near each other when they occur in like");
    out.append(
        " company, whatever is said of them: persons near persons, bodies near bodies. Sides");
    out.append(" without a silhouette have too few words to count. A");
    out.append(" name may also be another word (<i>conte</i>, <i>dia</i>). Sides are the");
    out.append(" gazetteer’s.</p>\n");
  }

  private void row(Style style, long points, String silhouette) {
    out.append("<tr><td>").append(style.key()).append(style.title);
    out.append("<td class=\"n\">").append(points);
    out.append("<td class=\"n\">").append(silhouette).append('\n');
  }

  private void words() {
    out.append("<h2>Words</h2>\n<dl>\n");
    for (Style style : Style.values()) {
      List<String> words =
          map.points().stream()
              .filter(point -> Style.of(point) == style)
              .map(point -> described(point))
              .toList();
      if (!words.isEmpty()) {
        out.append("<dt>").append(style.title).append("<dd>").append(String.join(", ", words));
        out.append('\n');
      }
    }
    if (!map.without().isEmpty()) {
      out.append("<dt>Without a vector<dd>");
      out.append(String.join(", ", map.without().stream().map(ActorMapHtml::escape).toList()));
      out.append('\n');
    }
    out.append("</dl>\n");
  }

  /** The word, and the actor's name where it says more. */
  private static String described(Point point) {
    String name = point.actor().map(Actor::name).orElse(point.word());
    return name.equalsIgnoreCase(point.word())
        ? escape(point.word())
        : escape(point.word()) + " <span class=\"soft\">(" + escape(name) + ")</span>";
  }

  private static String verdict(double value, Interval chance) {
    if (value > chance.high()) {
      return "more than chance";
    }
    return value < chance.low() ? "less than chance" : "no more than chance";
  }

  private static String range(Interval interval) {
    return three(interval.estimate())
        + " (95 %: "
        + three(interval.low())
        + " to "
        + three(interval.high())
        + ")";
  }

  private static String percent(double share) {
    return TerminalText.percent(share).strip();
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value).replace('-', '−');
  }

  /** For text and for attributes in double quotes. */
  private static String escape(String text) {
    return TerminalText.harmless(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
