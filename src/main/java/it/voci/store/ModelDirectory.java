package it.voci.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import it.voci.UserException;
import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.classifier.Matrix;
import it.voci.classifier.Network;
import it.voci.classifier.NetworkClassifier;
import it.voci.classifier.NetworkWeights;
import it.voci.corpus.JsonText;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.SchemeFile;
import it.voci.embedding.WordVectorFile;
import it.voci.embedding.WordVectors;
import it.voci.features.FeatureExtractor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads and writes a model directory: {@code manifest.json}, {@code scheme.yaml}, {@code
 * weights.bin} (the matrices of {@link NetworkWeights#shapes}, one after the other, little-endian
 * floats), {@code idf.bin} (likewise, the n-grams' weights), {@code vectors.bin} (word2vec binary),
 * {@code gazetteer.tsv} (the actors as they were known in training), {@code evaluations.json} and
 * {@code MODEL_CARD.md}, which an evaluation may write anew, and {@code ablation.json}, for the
 * card.
 */
public final class ModelDirectory {
  public static final String MANIFEST = "manifest.json";
  public static final String CARD = "MODEL_CARD.md";
  private static final String ABLATION = "ablation.json";
  private static final String EVALUATIONS = "evaluations.json";
  private static final String SCHEME = "scheme.yaml";
  private static final String WEIGHTS = "weights.bin";
  private static final String IDF = "idf.bin";
  private static final String VECTORS = WordVectorFile.IN_MODEL;
  private static final String GAZETTEER = "gazetteer.tsv";
  private static final List<String> CHECKED = List.of(SCHEME, WEIGHTS, IDF, VECTORS, GAZETTEER);

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ModelDirectory() {}

  /**
   * Reads a model.
   *
   * @throws UserException where the directory is no model, is damaged, or is of a newer format
   */
  public static StoredModel read(Path directory) {
    Manifest manifest = manifest(directory);
    try {
      for (String file : CHECKED) {
        verify(directory, file, manifest);
      }
      LabelScheme scheme = SchemeFile.read(directory.resolve(SCHEME));
      WordVectors vectors = WordVectorFile.read(directory.resolve(VECTORS));
      int buckets = manifest.settings().features().gramBuckets();
      FloatBuffer idf = floats(directory.resolve(IDF), buckets);
      FeatureExtractor features =
          new FeatureExtractor(
              manifest.settings().features(),
              take(idf, buckets),
              vectors,
              new ActorMatcher(Gazetteer.read(directory.resolve(GAZETTEER))));
      List<NetworkWeights.Shape> shapes =
          NetworkWeights.shapes(manifest.settings().network(), features, scheme);
      NetworkWeights weights = weights(directory.resolve(WEIGHTS), shapes);
      Network network = new Network(manifest.settings().network(), scheme, weights);
      return new StoredModel(
          manifest,
          scheme,
          new NetworkClassifier(scheme, features, network, manifest.calibration()));
    } catch (IOException e) {
      throw new UserException(directory + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** Reads only the manifest. */
  public static Manifest manifest(Path directory) {
    Path file = directory.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          directory + ": no model here (no manifest.json); train one with voci train --out DIR");
    }
    try {
      JsonObject json = JsonText.object(Files.readString(file), file.toString());
      JsonElement format = json.get("formatVersion");
      int version = format == null ? 0 : format.getAsInt();
      if (version > Manifest.CURRENT_FORMAT) {
        throw new UserException(
            file
                + ": model format "
                + version
                + " is newer than this voci reads ("
                + Manifest.CURRENT_FORMAT
                + "); update voci");
      }
      return GSON.fromJson(json, Manifest.class);
    } catch (UserException e) {
      throw e.getMessage().startsWith(file.toString())
          ? e
          : new UserException(file + ": " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      // Gson wraps what a record's constructor objects to in exceptions of several kinds.
      throw new UserException(file + ": not a model's manifest; train the model again", e);
    }
  }

  private static void verify(Path directory, String file, Manifest manifest) throws IOException {
    Path path = directory.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new UserException(path + ": missing; restore the model or train it again");
    }
    String actual = Checksums.sha256(path);
    if (!actual.equals(manifest.files().get(file))) {
      throw new UserException(
          path
              + ": damaged: its SHA-256 begins "
              + actual.substring(0, 12)
              + ", not "
              + Optional.ofNullable(manifest.files().get(file))
                  .map(sum -> sum.substring(0, Math.min(12, sum.length())))
                  .orElse("as the manifest should say")
              + "; restore the model or train it again");
    }
  }

  private static NetworkWeights weights(Path file, List<NetworkWeights.Shape> shapes)
      throws IOException {
    long count = 0;
    for (NetworkWeights.Shape shape : shapes) {
      count += (long) shape.rows() * shape.columns();
    }
    FloatBuffer floats = floats(file, count);
    Map<String, Matrix> matrices = new LinkedHashMap<>();
    for (NetworkWeights.Shape shape : shapes) {
      float[] values = take(floats, shape.rows() * shape.columns());
      matrices.put(shape.name(), new Matrix(shape.rows(), shape.columns(), values));
    }
    return new NetworkWeights(matrices);
  }

  private static FloatBuffer floats(Path file, long count) throws IOException {
    long size = Files.size(file);
    if (size != 4 * count) {
      throw new UserException(
          file + ": expected " + 4 * count + " bytes for these settings but was " + size);
    }
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

  private static float[] take(FloatBuffer floats, int count) {
    float[] values = new float[count];
    floats.get(values);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new UserException("a weight of the model is not a number; train the model again");
      }
    }
    return values;
  }

  /**
   * Writes a model, replacing what is there.
   *
   * @param draft all but the checksums
   * @param card the text of the model card, told the finished manifest
   * @return the finished manifest
   */
  public static Manifest write(
      Path directory,
      Manifest draft,
      NetworkClassifier classifier,
      java.util.function.Function<Manifest, String> card) {
    if (Files.exists(directory) && !Files.exists(directory.resolve(MANIFEST))) {
      throw new UserException(
          directory + ": exists and is no model directory; name another --out or remove it");
    }
    Manifest[] finished = new Manifest[1];
    AtomicWrite.folder(
        directory,
        folder -> {
          Files.writeString(folder.resolve(SCHEME), SchemeFile.format(classifier.scheme()));
          writeFloats(
              folder.resolve(WEIGHTS),
              classifier.network().weights().matrices().values().stream()
                  .map(Matrix::values)
                  .toList());
          writeFloats(folder.resolve(IDF), List.of(classifier.features().idf()));
          try (OutputStream out = Files.newOutputStream(folder.resolve(VECTORS))) {
            WordVectorFile.write(
                classifier.features().vectors(), WordVectorFile.Format.BINARY, out);
          }
          Files.writeString(
              folder.resolve(GAZETTEER), classifier.features().actors().gazetteer().format());
          Map<String, String> checksums = new TreeMap<>();
          for (String file : CHECKED) {
            checksums.put(file, Checksums.sha256(folder.resolve(file)));
          }
          finished[0] = draft.withFiles(checksums);
          Files.writeString(folder.resolve(MANIFEST), GSON.toJson(finished[0]) + "\n");
          Files.writeString(folder.resolve(CARD), card.apply(finished[0]));
        });
    return finished[0];
  }

  /** The scores kept with the model, none where there are none. */
  public static List<RecordedEvaluation> evaluations(Path directory) {
    Path file = directory.resolve(EVALUATIONS);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      JsonObject json = JsonText.object(Files.readString(file), file.toString());
      return List.of(GSON.fromJson(json.get("evaluations"), RecordedEvaluation[].class));
    } catch (IOException | RuntimeException e) {
      throw new UserException(
          file + ": not a list of evaluations; delete it and evaluate again", e);
    }
  }

  /**
   * What {@code ablation.json} says, if it is there: {@code {"rows": [{"name": …, "macroF1":
   * {…}}]}}.
   */
  public static List<AblationRow> ablation(Path directory) {
    Path file = directory.resolve(ABLATION);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      JsonObject json = JsonText.object(Files.readString(file), file.toString());
      return List.of(GSON.fromJson(json.get("rows"), AblationRow[].class));
    } catch (IOException | RuntimeException e) {
      throw new UserException(
          file + ": expected {\"rows\": [{\"name\": …, \"macroF1\": {task: score}}]}", e);
    }
  }

  /** Replaces the scores kept with the model and its card. */
  public static void writeEvaluations(
      Path directory, List<RecordedEvaluation> evaluations, String card) {
    String json = GSON.toJson(Map.of("evaluations", evaluations)) + "\n";
    writeText(directory.resolve(EVALUATIONS), json);
    writeText(directory.resolve(CARD), card);
  }

  private static void writeText(Path file, String text) {
    AtomicWrite.file(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void writeFloats(Path file, List<float[]> arrays) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (float[] array : arrays) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * array.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(array);
        out.write(bytes.array());
      }
    }
  }
}
