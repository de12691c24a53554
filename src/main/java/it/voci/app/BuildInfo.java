package it.voci.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** What this build of voci is. */
public final class BuildInfo {
  private BuildInfo() {}

  /** The version, as the jar says. */
  public static String version() {
    return Optional.ofNullable(BuildInfo.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /** The commit it was built from, {@code unknown} where there was no repository. */
  public static String commit() {
    Properties git = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream("/it/voci/git.properties")) {
      if (in != null) {
        git.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String commit = git.getProperty("git.commit.id.abbrev", "unknown");
    return Boolean.parseBoolean(git.getProperty("git.dirty")) ? commit + "-dirty" : commit;
  }

  /** Versions of what a model's numbers depend on. */
  public static Map<String, String> versions() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("voci", version());
    versions.put("deeplearning4j", "1.0.0-M2.1");
    versions.put("java", System.getProperty("java.version"));
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return versions;
  }
}
