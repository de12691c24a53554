package it.voci.corpus;

import it.voci.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be wrong with a dataset folder, as far as it can be seen without a model. */
public final class DatasetCheck {
  /** The files of a dataset folder. */
  static final List<String> SPLITS = List.of("train", "dev", "test");

  private DatasetCheck() {}

  /**
   * Runs all checks.
   *
   * @throws UserException where the folder has no scheme or none of the files
   */
  public static List<Finding> run(Path folder) {
    LabelScheme scheme = SchemeFile.read(folder.resolve("scheme.yaml"));
    List<Finding> findings = new ArrayList<>();
    Map<String, String> splitOfId = new HashMap<>();
    int files = 0;
    for (String split : SPLITS) {
      Path file = folder.resolve(split + ".jsonl");
      if (!Files.exists(file)) {
        continue;
      }
      files++;
      List<Article> articles =
          DatasetFile.read(
              file,
              scheme,
              (line, message) ->
                  findings.add(new Finding(Finding.Severity.ERROR, "shape", message)));
      for (Article article : articles) {
        String other = splitOfId.putIfAbsent(article.id(), split);
        if (other != null) {
          findings.add(
              new Finding(
                  Finding.Severity.ERROR,
                  "shared_id",
                  file + ": article '" + article.id() + "' also stands in " + other + ".jsonl"));
        }
      }
    }
    if (files == 0) {
      throw new UserException(folder + ": no train.jsonl, dev.jsonl or test.jsonl to check");
    }
    return List.copyOf(findings);
  }
}
