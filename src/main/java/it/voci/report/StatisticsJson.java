package it.voci.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import it.voci.corpus.DatasetStatistics;
import java.util.List;
import java.util.Map;

/** Statistics of dataset files as one JSON object: {@code {"files": […]}}. */
public final class StatisticsJson {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private StatisticsJson() {}

  public static String render(List<DatasetStatistics> files) {
    return GSON.toJson(Map.of("files", files)) + "\n";
  }
}
