package it.voci.app;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import it.voci.UserException;
import it.voci.classifier.ClassifierSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Training settings from a YAML file with the sections {@code features}, {@code network}, {@code
 * linear}, {@code denseLinear} and {@code training}; what it does not name keeps its default.
 */
public final class SettingsFile {
  private static final Gson GSON = new Gson();

  private SettingsFile() {}

  /**
   * Reads settings.
   *
   * @throws UserException naming the file, where a key is unknown or a value out of range
   */
  public static ClassifierSettings read(Path file) {
    try {
      Object root =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
      return override(ClassifierSettings.DEFAULTS, root instanceof Map<?, ?> map ? map : Map.of());
    } catch (UserException e) {
      throw new UserException(file + ": " + e.getMessage(), e);
    } catch (YamlEngineException e) {
      throw new UserException(
          file + ": not valid YAML: " + e.getMessage().replaceAll("\\s+", " ").strip(), e);
    } catch (NoSuchFileException e) {
      throw new UserException(file + ": no such file", e);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /**
   * The same settings with other values.
   *
   * @param values section → key → value
   */
  static ClassifierSettings override(ClassifierSettings settings, Map<?, ?> values) {
    JsonObject tree = GSON.toJsonTree(settings).getAsJsonObject();
    for (Map.Entry<?, ?> section : values.entrySet()) {
      JsonElement known = tree.get(String.valueOf(section.getKey()));
      if (known == null || !(section.getValue() instanceof Map<?, ?> fields)) {
        throw new UserException(
            "unknown section '" + section.getKey() + "'; there are " + tree.keySet());
      }
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        String key = String.valueOf(field.getKey());
        if (!known.getAsJsonObject().has(key)) {
          throw new UserException(
              "unknown setting '" + key + "'; there are " + known.getAsJsonObject().keySet());
        }
        if (!(field.getValue() instanceof Number)) {
          throw new UserException("'" + key + "' must be a number but was " + field.getValue());
        }
        known.getAsJsonObject().add(key, GSON.toJsonTree(field.getValue()));
      }
    }
    try {
      return GSON.fromJson(tree, ClassifierSettings.class);
    } catch (RuntimeException e) {
      // Gson wraps what a record's constructor objects to.
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof UserException user) {
          throw user;
        }
      }
      throw new UserException("a setting has a value of the wrong kind: " + values, e);
    }
  }
}
