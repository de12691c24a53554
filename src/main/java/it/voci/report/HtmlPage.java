package it.voci.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A page in one file that needs no network: style, scripts and data are in it, and its
 * content-security policy allows nothing else. It follows the reader's colour scheme, fits narrow
 * screens and prints on A4.
 *
 * <p>The body is the Mustache template {@code NAME.html} of this package's resources; beside it may
 * stand {@code NAME.css} and {@code NAME.js}. Templates write {@code {{value}}}, which is escaped
 * and loses characters that cannot be seen, and have the partials {@code chart.html} and {@code
 * table.html}. Three braces are for what {@link HtmlChart} and this class have made safe.
 *
 * @param language of the page, {@code en} or {@code it}
 * @param template its name
 * @param charts whether the template shows {@link HtmlChart}s, for which a megabyte of Apache
 *     ECharts goes into the page
 */
record HtmlPage(String language, String title, String template, boolean charts) {
  /** Inlined whole: the smaller builds lack heat maps. */
  private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .strictSections(true)
          .withEscaper(HtmlPage::escape)
          .withCollector(new Optionals())
          .withLoader(name -> new StringReader(resource(name + ".html")));

  /** Opens a section for what is present. */
  private static final class Optionals extends DefaultCollector {
    @Override
    public Iterator<?> toIterator(Object value) {
      return value instanceof Optional<?> optional
          ? optional.stream().iterator()
          : super.toIterator(value);
    }
  }

  /**
   * The page.
   *
   * @param view what the template names: a map, or a record by its components
   */
  String render(Object view) {
    List<String> scripts = new ArrayList<>();
    if (charts) {
      scripts.add(resource(ECHARTS));
      scripts.add(resource("charts.js"));
    }
    find(template + ".js").ifPresent(scripts::add);
    return COMPILER
        .loadTemplate("page")
        .execute(
            Map.of(
                "language",
                language,
                "title",
                title,
                "policy",
                policy(scripts),
                "style",
                resource("page.css") + find(template + ".css").orElse(""),
                "body",
                compiled().execute(view),
                "scripts",
                scripts));
  }

  /**
   * The page around any number of results, which need not be in memory together.
   *
   * @param name of the place in the template where they go, in three braces
   * @param view what else the template names
   * @param result a result as HTML
   */
  <T> Rendering<T> around(String name, Map<String, Object> view, Function<T, String> result) {
    // Nobody's text holds it: escaping takes away what cannot be seen.
    String here = "\u0000";
    Map<String, Object> all = new HashMap<>(view);
    all.put(name, here);
    String[] parts = render(all).split(here, -1);
    return new Rendering<>(parts[0], result, "", parts[1]);
  }

  /** Fills in another template, for a part of a page; safe for use by several threads. */
  static Function<Object, String> fragments(String template) {
    Template compiled = COMPILER.loadTemplate(template);
    return compiled::execute;
  }

  private Template compiled() {
    return COMPILER.loadTemplate(template);
  }

  /** Scripts by their hashes; style attributes cannot be hashed, and charts set them. */
  private static String policy(List<String> scripts) {
    String allowed =
        scripts.isEmpty()
            ? ""
            : "; script-src "
                + scripts.stream()
                    .map(script -> "'sha256-" + sha256(script) + "'")
                    .collect(Collectors.joining(" "));
    return "default-src 'none'; style-src 'unsafe-inline'"
        + allowed
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** For text and for attributes in quotes; white space is kept. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                  if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    out.appendCodePoint(c >= 0x1C && c <= 0x1F ? ' ' : c);
                  } else if (TerminalText.isHarmless(c)) {
                    out.appendCodePoint(c);
                  }
                }
              }
            });
    return out.toString();
  }

  private static String resource(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("the program lacks its resource " + name));
  }

  private static Optional<String> find(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
