package it.voci.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import it.voci.corpus.Finding;
import java.util.List;
import java.util.Locale;

/** What a check found, a line each. */
public final class FindingText {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private FindingText() {}

  /** Lines to be read. */
  public static String lines(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    findings.forEach(finding -> out.append(TerminalText.harmless(finding.toString())).append('\n'));
    return out.toString();
  }

  /** A JSON object a line: {@code severity}, {@code kind}, {@code message}. */
  public static String jsonLines(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : findings) {
      JsonObject object = new JsonObject();
      object.addProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
      object.addProperty("kind", finding.kind());
      object.addProperty("message", finding.message());
      out.append(GSON.toJson(object)).append('\n');
    }
    return out.toString();
  }
}
