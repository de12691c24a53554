package it.voci.corpus;

import it.voci.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What could be read of a dataset folder.
 *
 * @param splits {@code train}, {@code dev} and {@code test}, in this order, as far as their files
 *     are there
 * @param problems what could not be read, or is not allowed
 */
public record DatasetFolder(
    LabelScheme scheme, Map<String, List<PlacedArticle>> splits, List<Finding> problems) {
  public static final String SCHEME = "scheme.yaml";
  public static final String TRAIN = "train";
  public static final List<String> SPLITS = List.of(TRAIN, "dev", "test");

  public DatasetFolder {
    splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
    problems = List.copyOf(problems);
  }

  /**
   * Reads a folder.
   *
   * @throws UserException where it has no scheme or none of the files
   */
  public static DatasetFolder read(Path folder) {
    LabelScheme scheme = SchemeFile.read(folder.resolve(SCHEME));
    Map<String, List<PlacedArticle>> splits = new LinkedHashMap<>();
    List<Finding> problems = new ArrayList<>();
    files(folder);
    for (String split : SPLITS) {
      Path file = file(folder, split);
      if (Files.exists(file)) {
        splits.put(split, DatasetFile.read(file, scheme, problems::add));
      }
    }
    return new DatasetFolder(scheme, splits, problems);
  }

  /**
   * The dataset files of a folder.
   *
   * @throws UserException where there are none
   */
  public static List<Path> files(Path folder) {
    List<Path> files =
        SPLITS.stream().map(split -> file(folder, split)).filter(Files::exists).toList();
    if (files.isEmpty()) {
      throw new UserException(folder + ": no train.jsonl, dev.jsonl or test.jsonl here");
    }
    return files;
  }

  public static Path file(Path folder, String split) {
    return folder.resolve(split + ".jsonl");
  }

  /** The articles of all splits, in order. */
  public List<PlacedArticle> articles() {
    return splits.values().stream().flatMap(List::stream).toList();
  }
}
