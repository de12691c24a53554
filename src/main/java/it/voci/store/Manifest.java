package it.voci.store;

import it.voci.UserException;
import it.voci.classifier.Calibration;
import it.voci.classifier.ClassifierSettings;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code manifest.json} says of a model.
 *
 * @param formatVersion of the directory
 * @param name what the model is called
 * @param scheme name and version of its label scheme
 * @param settings all settings it was trained with
 * @param dataset what it was trained on
 * @param embedding where its word vectors came from
 * @param threads of the numeric library during training
 * @param commit of voci, and whether the tree had been changed
 * @param versions of voci, Deeplearning4j, Java and the operating system
 * @param trainingSeconds wall time
 * @param devScores name → score on the dev articles, after calibration, which was fitted on them
 * @param calibration temperatures and thresholds
 * @param files name → SHA-256 of every file that is checked on loading
 */
public record Manifest(
    int formatVersion,
    String name,
    Scheme scheme,
    ClassifierSettings settings,
    Dataset dataset,
    Embedding embedding,
    int threads,
    String commit,
    Map<String, String> versions,
    double trainingSeconds,
    Map<String, Double> devScores,
    Calibration calibration,
    Map<String, String> files) {
  /** The format this version of voci reads and writes. */
  public static final int CURRENT_FORMAT = 5;

  /** Which label scheme. */
  public record Scheme(String name, int version) {}

  /**
   * What the model was trained on.
   *
   * @param about the first paragraph of its datasheet
   * @param command that trains it again
   * @param sha256 file name → SHA-256
   */
  public record Dataset(
      String name,
      String about,
      int articles,
      int paragraphs,
      String command,
      Map<String, String> sha256) {}

  /**
   * Where the word vectors came from.
   *
   * @param about the texts they were learned from and their licences
   */
  public record Embedding(String about, String sha256, int words, int dimension) {}

  public Manifest {
    if (name == null || !name.matches("[\\w.-]{1,64}")) {
      throw new UserException("a model's name must be letters, digits, '.', '-' but was " + name);
    }
    for (Object part : new Object[] {scheme, settings, dataset, embedding, calibration, files}) {
      if (part == null) {
        throw new UserException("the manifest is incomplete");
      }
    }
    versions = sorted(versions);
    devScores = sorted(devScores);
    files = sorted(files);
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map == null ? Map.of() : map));
  }

  /** The model's identity in outputs: its name and 12 digits that depend on every file. */
  public String id() {
    return name + "@" + Checksums.sha256(files.toString()).substring(0, 12);
  }

  Manifest withFiles(Map<String, String> checksums) {
    return new Manifest(
        formatVersion,
        name,
        scheme,
        settings,
        dataset,
        embedding,
        threads,
        commit,
        versions,
        trainingSeconds,
        devScores,
        calibration,
        checksums);
  }
}
