package it.voci.app;

import it.voci.UserException;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFormat;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.store.AtomicWrite;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Converts labelled articles from one file format to another. */
public final class DatasetConversion {
  /**
   * What was written.
   *
   * @param labelled task id → labelled paragraphs
   * @param inconsistent paragraphs whose labels break a rule of the scheme
   */
  public record Result(
      int articles, int paragraphs, Map<String, Integer> labelled, int inconsistent) {}

  private DatasetConversion() {}

  /**
   * Reads all of one file, then writes the other, or nothing of it.
   *
   * @throws UserException where {@code in} cannot be read, or {@code out} cannot hold it
   */
  public static Result run(
      Path in, DatasetFormat from, Path out, DatasetFormat to, LabelScheme scheme) {
    requireOther(in, out);
    List<Article> articles = from.read(in, scheme);
    AtomicWrite.file(
        out,
        stream -> {
          Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
          to.write(articles, scheme, writer);
          writer.flush();
        });
    List<Paragraph> paragraphs = articles.stream().flatMap(a -> a.paragraphs().stream()).toList();
    Map<String, Integer> labelled = new LinkedHashMap<>();
    scheme
        .tasks()
        .forEach(
            task ->
                labelled.put(
                    task.id(),
                    (int) paragraphs.stream().filter(p -> p.labels(task).isPresent()).count()));
    int inconsistent =
        (int) paragraphs.stream().filter(p -> !scheme.brokenRules(p.labels()).isEmpty()).count();
    return new Result(articles.size(), paragraphs.size(), labelled, inconsistent);
  }

  private static void requireOther(Path in, Path out) {
    try {
      if (Files.exists(in) && Files.exists(out) && Files.isSameFile(in, out)) {
        throw new UserException(out + ": would replace what is converted; name another file");
      }
    } catch (IOException e) {
      throw new UserException(out + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
