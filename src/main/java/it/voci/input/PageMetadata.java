package it.voci.input;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of its article: in Open Graph and other meta elements, in JSON-LD (schema.org)
 * or in what it shows.
 *
 * @param date {@code yyyy-MM} or {@code yyyy-MM-dd}, as the page has it, in its own time zone
 */
record PageMetadata(Optional<String> title, Optional<String> outlet, Optional<String> date) {
  private static final Pattern DATE =
      Pattern.compile("\\s*(\\d{4})-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\\d|3[01]))?(?!\\d).*");

  static PageMetadata of(Document page) {
    Optional<JsonObject> article = jsonLd(page);
    Optional<String> outlet =
        first(
            Stream.of(
                meta(page, "property=og:site_name"),
                article.flatMap(object -> publisher(object)),
                meta(page, "name=application-name")));
    Optional<String> title =
        first(
            Stream.of(
                meta(page, "property=og:title"),
                article.flatMap(object -> text(object, "headline")),
                page.select("h1").size() == 1
                    ? shown(page.selectFirst("h1").text())
                    : Optional.empty(),
                shown(page.title())));
    Optional<String> date =
        Stream.of(
                meta(page, "property=article:published_time"),
                article.flatMap(object -> text(object, "datePublished")),
                meta(page, "itemprop=datePublished"),
                meta(page, "name=date"),
                meta(page, "name=pubdate"),
                meta(page, "name=DC.date.issued"),
                meta(page, "name=DC.date"),
                attribute(page, "time[itemprop=datePublished]", "datetime"),
                attribute(page, "time[pubdate]", "datetime"),
                attribute(page, "article time[datetime]", "datetime"),
                attribute(page, "time[datetime]", "datetime"))
            .flatMap(Optional::stream)
            .flatMap(value -> day(value).stream())
            .findFirst();
    return new PageMetadata(title.map(t -> without(outlet, t)), outlet, date);
  }

  /** A title without the outlet's name behind or before it. */
  private static String without(Optional<String> outlet, String title) {
    if (outlet.isEmpty()) {
      return title;
    }
    String name = Pattern.quote(outlet.get());
    String bare = title.replaceFirst("(?i)\\s+[|–—·•-]\\s+" + name + "$", "");
    bare = bare.replaceFirst("(?i)^" + name + "\\s+[|–—·•-]\\s+", "");
    return bare.isBlank() ? title : bare;
  }

  private static Optional<String> day(String value) {
    Matcher date = DATE.matcher(value);
    if (!date.matches()) {
      return Optional.empty();
    }
    String day = date.group(3) == null ? "" : "-" + date.group(3);
    return Optional.of(date.group(1) + "-" + date.group(2) + day);
  }

  private static Optional<String> first(Stream<Optional<String>> values) {
    return values.flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> meta(Document page, String attribute) {
    return attribute(page, "meta[" + attribute + "]", "content");
  }

  private static Optional<String> attribute(Document page, String query, String attribute) {
    Element element = page.selectFirst(query);
    return element == null ? Optional.empty() : shown(element.attr(attribute));
  }

  private static Optional<String> shown(String text) {
    String line = Whitespace.folded(text);
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  private static Optional<JsonObject> jsonLd(Document page) {
    return page.select("script[type=application/ld+json]").stream()
        .flatMap(script -> parse(script.data()).stream())
        .flatMap(root -> article(root).stream())
        .findFirst();
  }

  /** A page may say nonsense. */
  private static Optional<JsonElement> parse(String json) {
    try {
      return Optional.of(JsonParser.parseString(json));
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /** The outermost object that has a date of publication. */
  private static Optional<JsonObject> article(JsonElement root) {
    Deque<JsonElement> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      JsonElement element = open.remove();
      if (element instanceof JsonArray array) {
        array.forEach(open::add);
      } else if (element instanceof JsonObject object) {
        if (object.has("datePublished")) {
          return Optional.of(object);
        }
        object.entrySet().forEach(entry -> open.add(entry.getValue()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> publisher(JsonObject article) {
    return article.get("publisher") instanceof JsonObject publisher
        ? text(publisher, "name")
        : Optional.empty();
  }

  private static Optional<String> text(JsonObject object, String key) {
    JsonElement value = object.get(key);
    return value != null && value.isJsonPrimitive() ? shown(value.getAsString()) : Optional.empty();
  }
}
