package it.voci.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import it.voci.UserException;
import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.actors.Lexicon;
import it.voci.classifier.BranchedNetwork;
import it.voci.classifier.ClassifierSettings;
import it.voci.classifier.LinearNetwork;
import it.voci.classifier.LinearSettings;
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
import it.voci.features.GramTable;
import it.voci.features.TermLists;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Reads and writes a model directory: {@code manifest.json}, {@code scheme.yaml}, {@code
 * weights.bin} (the matrices of {@link NetworkWeights#shapes}, one after the other, little-endian
 * floats, network by network, then those of the linear ones), {@code grams.bin} (the n-grams'
 * hashes as little-endian ints, then their inverse document frequencies as floats), {@code
 * vectors.bin} (word vectors in the compact format), {@code gazetteer.tsv}, {@code lexicon.tsv} and
 * {@code terms.txt} (the actors and terms as they were known in training), {@code evaluations.json}
 * and {@code MODEL_CARD.md}, which an evaluation may write anew, and {@code ablation.json}, for the
 * card.
 */
public final class ModelDirectory {
  public static final String MANIFEST = "manifest.json";
  public static final String CARD = "MODEL_CARD.md";
  private static final String ABLATION = "ablation.json";
  private static final String EVALUATIONS = "evaluations.json";
  private static final String SCHEME = "scheme.yaml";
  private static final String WEIGHTS = "weights.bin";
  private static final String GRAMS = "grams.bin";
  private static final String VECTORS = WordVectorFile.IN_MODEL;
  private static final String GAZETTEER = "gazetteer.tsv";
  private static final String LEXICON = "lexicon.tsv";
  private static final String TERMS = "terms.txt";
  private static final List<String> CHECKED =
      List.of(SCHEME, WEIGHTS, GRAMS, VECTORS, GAZETTEER, LEXICON, TERMS);

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
      // The weights are by far the largest file: their checksum is computed beside the rest.
      CompletableFuture<Optional<UserException>> weightsChecked =
          CompletableFuture.supplyAsync(() -> fault(directory, WEIGHTS, manifest));
      for (String file : CHECKED) {
        if (!file.equals(WEIGHTS)) {
          verify(directory, file, manifest);
        }
      }
      LabelScheme scheme = SchemeFile.read(directory.resolve(SCHEME));
      FeatureExtractor features =
          new FeatureExtractor(
              manifest.settings().features(),
              grams(directory.resolve(GRAMS)),
              WordVectorFile.read(directory.resolve(VECTORS)),
              new ActorMatcher(
                  Gazetteer.read(directory.resolve(GAZETTEER)),
                  Lexicon.read(directory.resolve(LEXICON))),
              TermLists.read(directory.resolve(TERMS)));
      Optional<UserException> fault = weightsChecked.join();
      if (fault.isPresent()) {
        throw fault.get();
      }
      List<Network> networks =
          networks(directory.resolve(WEIGHTS), manifest.settings(), features, scheme);
      return new StoredModel(
          manifest,
          scheme,
          new NetworkClassifier(scheme, features, networks, manifest.calibration()));
    } catch (IOException e) {
      throw new UserException(directory + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** Reads only the label scheme; empty where the directory is no model. */
  public static Optional<LabelScheme> scheme(Path directory) {
    return Files.isRegularFile(directory.resolve(MANIFEST))
        ? Optional.of(SchemeFile.read(directory.resolve(SCHEME)))
        : Optional.empty();
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
      if (version < Manifest.CURRENT_FORMAT) {
        throw new UserException(
            file
                + ": model format "
                + version
                + " is older than this voci reads ("
                + Manifest.CURRENT_FORMAT
                + "); train the model again");
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

  /** What {@link #verify} objects to. */
  private static Optional<UserException> fault(Path directory, String file, Manifest manifest) {
    try {
      verify(directory, file, manifest);
      return Optional.empty();
    } catch (UserException e) {
      return Optional.of(e);
    } catch (IOException e) {
      return Optional.of(
          new UserException(
              directory.resolve(file) + ": cannot be read (" + e.getMessage() + ")", e));
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

  private static List<Network> networks(
      Path file, ClassifierSettings settings, FeatureExtractor features, LabelScheme scheme)
      throws IOException {
    int members = settings.network().members();
    List<LinearSettings> linear = settings.linearNetworks();
    List<NetworkWeights.Shape> shapes = NetworkWeights.shapes(settings.network(), features, scheme);
    List<NetworkWeights.Shape> linearShapes = NetworkWeights.linearShapes(features, scheme);
    FloatBuffer floats =
        floats(file, members * count(shapes) + linear.size() * count(linearShapes));
    List<Network> networks = new ArrayList<>(members + linear.size());
    for (int member = 0; member < members; member++) {
      networks.add(new BranchedNetwork(settings.network(), scheme, weights(floats, shapes)));
    }
    for (LinearSettings one : linear) {
      networks.add(new LinearNetwork(one, scheme, weights(floats, linearShapes)));
    }
    return networks;
  }

  private static long count(List<NetworkWeights.Shape> shapes) {
    return shapes.stream().mapToLong(shape -> (long) shape.rows() * shape.columns()).sum();
  }

  private static NetworkWeights weights(FloatBuffer floats, List<NetworkWeights.Shape> shapes) {
    Map<String, Matrix> matrices = new LinkedHashMap<>();
    for (NetworkWeights.Shape shape : shapes) {
      float[] values = take(floats, shape.rows() * shape.columns());
      matrices.put(shape.name(), new Matrix(shape.rows(), shape.columns(), values));
    }
    return new NetworkWeights(matrices);
  }

  private static GramTable grams(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int count = bytes.length / 8;
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int[] hashes = new int[count];
    buffer.asIntBuffer().get(hashes);
    buffer.position(4 * count);
    try {
      return new GramTable(hashes, take(buffer.asFloatBuffer(), count));
    } catch (IllegalArgumentException e) {
      throw new UserException(file + ": " + e.getMessage() + "; train the model again", e);
    }
  }

  private static void writeGrams(Path file, GramTable table) throws IOException {
    int[] hashes = table.hashes();
    float[] idf = table.idf();
    ByteBuffer bytes = ByteBuffer.allocate(8 * hashes.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(hashes);
    bytes.position(4 * hashes.length);
    bytes.asFloatBuffer().put(idf);
    Files.write(file, bytes.array());
  }

  private static FloatBuffer floats(Path file, long count) throws IOException {
    long size = Files.size(file);
    if (size != 4 * count) {
      throw new UserException(
          file + ": expected " + 4 * count + " bytes for these settings but was " + size);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      return channel
          .map(FileChannel.MapMode.READ_ONLY, 0, size)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer();
    }
  }

  private static float[] take(FloatBuffer floats, int count) {
    float[] values = new float[count];
    floats.get(values);
    float zeros = 0;
    for (float value : values) {
      zeros += 0 * value; // which is no number where the value is none, or infinite
    }
    if (zeros != 0) {
      throw new UserException("a weight of the model is not a number; train the model again");
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
              classifier.networks().stream()
                  .flatMap(network -> network.weights().matrices().values().stream())
                  .map(Matrix::values)
                  .toList());
          writeGrams(folder.resolve(GRAMS), classifier.features().table());
          try (OutputStream out = Files.newOutputStream(folder.resolve(VECTORS))) {
            WordVectors vectors = classifier.features().vectors();
            WordVectorFile.write(
                vectors,
                vectors.isCompact() ? WordVectorFile.Format.COMPACT : WordVectorFile.Format.BINARY,
                out);
          }
          Files.writeString(
              folder.resolve(GAZETTEER), classifier.features().actors().gazetteer().format());
          Files.writeString(
              folder.resolve(LEXICON), classifier.features().actors().lexicon().format());
          Files.writeString(folder.resolve(TERMS), classifier.features().terms().format());
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

  /** Replaces {@code ablation.json} and the card. */
  public static void writeAblation(Path directory, List<AblationRow> rows, String card) {
    writeText(directory.resolve(ABLATION), GSON.toJson(Map.of("rows", rows)) + "\n");
    writeText(directory.resolve(CARD), card);
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
