package it.voci.corpus;

import it.voci.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** File formats of labelled articles. */
public enum DatasetFormat {
  /** Our own, the only one that keeps every field. */
  JSONL,
  CSV,
  TSV,
  LABEL_STUDIO,
  DOCCANO,
  PRODIGY,
  /** What {@code voci label --format jsonl} prints; only read. */
  LABELS;

  /** Reads and writes one format. */
  interface Codec {
    /**
     * Reads a whole file, or nothing of it.
     *
     * @throws UserException naming the first bad line or record
     */
    List<Article> read(Path file, LabelScheme scheme);

    /**
     * Writes articles.
     *
     * @throws UserException where the format cannot hold them
     */
    void write(List<Article> articles, LabelScheme scheme, Appendable out) throws IOException;
  }

  private Codec codec() {
    return switch (this) {
      case JSONL -> new OwnFormat();
      case CSV -> new TableFormat(',');
      case TSV -> new TableFormat('\t');
      case LABEL_STUDIO -> new LabelStudioFormat();
      case DOCCANO -> new DoccanoFormat();
      case PRODIGY -> new ProdigyFormat();
      case LABELS -> new LabelRecordFormat();
    };
  }

  /** Reads a whole file, or nothing of it; throws {@link UserException} naming what is wrong. */
  public List<Article> read(Path file, LabelScheme scheme) {
    return codec().read(file, scheme);
  }

  /** Writes articles; throws {@link UserException} where the format cannot hold them. */
  public void write(List<Article> articles, LabelScheme scheme, Appendable out) throws IOException {
    codec().write(articles, scheme, out);
  }

  /** The format of an existing file, told by its name and first line; empty where they do not. */
  public static Optional<DatasetFormat> ofInput(Path file) {
    return extension(file).equals("jsonl") ? ofLines(file) : byExtension(file);
  }

  /** Tells apart the formats that are an object a line by the fields of the first. */
  private static Optional<DatasetFormat> ofLines(Path file) {
    return JsonLines.first(file)
        .flatMap(
            object -> {
              if (object.has("paragraphs")) {
                return Optional.of(JSONL);
              }
              if (object.has("accept") || object.has("options")) {
                return Optional.of(PRODIGY);
              }
              if (object.has("model") && object.has("thresholds")) {
                return Optional.of(LABELS);
              }
              return Optional.of(DOCCANO).filter(f -> object.has("label") || object.has("labels"));
            });
  }

  /**
   * The format to write, told by the file's name; empty where it does not.
   *
   * @param from what is converted: lines of JSON are our own, unless they already were
   */
  public static Optional<DatasetFormat> ofOutput(Path file, DatasetFormat from) {
    return extension(file).equals("jsonl")
        ? Optional.of(JSONL).filter(own -> own != from)
        : byExtension(file);
  }

  private static Optional<DatasetFormat> byExtension(Path file) {
    return switch (extension(file)) {
      case "csv" -> Optional.of(CSV);
      case "tsv", "tab" -> Optional.of(TSV);
      case "json" -> Optional.of(LABEL_STUDIO);
      default -> Optional.empty();
    };
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(DatasetFormat::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
