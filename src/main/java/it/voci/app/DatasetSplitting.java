package it.voci.app;

import it.voci.UserException;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.DatasetFolder;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.SchemeFile;
import it.voci.corpus.StratifiedSplit;
import it.voci.store.AtomicWrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Splits a dataset file into a dataset folder. */
public final class DatasetSplitting {
  private DatasetSplitting() {}

  /**
   * Splits and writes. Nothing is written before everything could be read and split; each file is
   * then moved into place.
   *
   * @param shares split → share of the articles
   * @param force replace the files that are already there
   * @return split → its articles
   * @throws UserException where {@code out} already has one of the files and may not be changed
   */
  public static Map<String, List<Article>> run(
      Path file, Path schemeFile, Path out, Map<String, Double> shares, long seed, boolean force) {
    LabelScheme scheme = SchemeFile.read(schemeFile);
    Path schemeOut = out.resolve(DatasetFolder.SCHEME);
    boolean schemeIsThere = isSame(schemeFile, schemeOut);
    if (!force) {
      Stream.concat(
              shares.keySet().stream().map(split -> DatasetFolder.file(out, split)),
              schemeIsThere ? Stream.empty() : Stream.of(schemeOut))
          .filter(Files::exists)
          .findFirst()
          .ifPresent(
              there -> {
                throw new UserException(
                    there + ": already there; name another folder or replace it with --force");
              });
    }
    Map<String, List<Article>> parts =
        StratifiedSplit.of(DatasetFile.read(file, scheme), scheme, shares, seed);
    if (!schemeIsThere) {
      byte[] bytes = bytes(schemeFile);
      AtomicWrite.file(schemeOut, stream -> stream.write(bytes));
    }
    parts.forEach(
        (split, articles) ->
            AtomicWrite.file(
                DatasetFolder.file(out, split),
                stream -> {
                  for (Article article : articles) {
                    String line = DatasetFile.format(article, scheme) + "\n";
                    stream.write(line.getBytes(StandardCharsets.UTF_8));
                  }
                }));
    return parts;
  }

  private static boolean isSame(Path a, Path b) {
    try {
      return Files.exists(b) && Files.isSameFile(a, b);
    } catch (IOException e) {
      throw new UserException(b + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
