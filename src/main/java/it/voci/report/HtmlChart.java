package it.voci.report;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/**
 * A chart of a page, and the table that says the same to those who cannot see it.
 *
 * @param caption what it shows and how to read it
 * @param height in pixels; the width is the page's
 * @param options Apache ECharts' options as data, without functions. A string {@code --name} in
 *     them stands for the page's CSS variable of that name, so colours follow the colour scheme.
 * @param tableTitle of the folded table
 */
record HtmlChart(
    String caption, int height, JsonObject options, String tableTitle, MarkdownTable table) {
  /** Escapes {@code <}, {@code >} and {@code &}, so that no text ends the script element. */
  private static final Gson GSON = new Gson();

  /** The options, safe inside a script element. */
  String json() {
    return GSON.toJson(options);
  }
}
