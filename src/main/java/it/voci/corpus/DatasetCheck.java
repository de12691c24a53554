package it.voci.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What can be wrong with a dataset folder, as far as it can be seen without a model. */
public final class DatasetCheck {
  /** One thing to look for. */
  @FunctionalInterface
  interface Check {
    List<Finding> find(CheckedDataset dataset);
  }

  private static final List<Check> CHECKS =
      List.of(
          new SharedIds(),
          new EmptyTexts(),
          new Dates(),
          new DuplicateTexts(),
          new NearDuplicates(),
          new SharedRuns(),
          new UnlabelledParagraphs(),
          new Lengths(),
          new ClassBalance(),
          new RepeatedOpenings(),
          new RepeatedPhrases(),
          new TellingWords());

  private DatasetCheck() {}

  /**
   * Runs all checks.
   *
   * @return errors before warnings
   * @throws it.voci.UserException where the folder has no scheme or none of the files
   */
  public static List<Finding> run(Path folder) {
    return run(DatasetFolder.read(folder));
  }

  /** Runs all checks on what was read. */
  public static List<Finding> run(DatasetFolder folder) {
    List<Finding> findings = new ArrayList<>(folder.problems());
    CheckedDataset dataset = CheckedDataset.of(folder);
    CHECKS.forEach(check -> findings.addAll(check.find(dataset)));
    findings.sort(Comparator.comparing(Finding::severity));
    return List.copyOf(findings);
  }
}
