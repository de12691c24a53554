package it.voci.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.UserException;
import it.voci.classifier.ClassifierSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
  @TempDir private Path folder;

  private ClassifierSettings read(String yaml) throws IOException {
    Path file = folder.resolve("settings.yaml");
    Files.writeString(file, yaml);
    return SettingsFile.read(file);
  }

  @Test
  void settings_thatAreNamed_replaceTheDefaultsAndNoOthers() throws IOException {
    ClassifierSettings settings =
        read("features: {wordBuckets: 4096}\ntraining:\n  epochs: 3\n  learningRate: 1.0e-3\n");
    ClassifierSettings defaults = ClassifierSettings.DEFAULTS;
    assertThat(settings.features().wordBuckets()).isEqualTo(4096);
    assertThat(settings.features().charBuckets()).isEqualTo(defaults.features().charBuckets());
    assertThat(settings.training().epochs()).isEqualTo(3);
    assertThat(settings.training().learningRate()).isEqualTo(0.001);
    assertThat(settings.training().batch()).isEqualTo(defaults.training().batch());
    assertThat(settings.network()).isEqualTo(defaults.network());
  }

  @Test
  void emptyFile_isTheDefaults() throws IOException {
    assertThat(read("")).isEqualTo(ClassifierSettings.DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource({
    "'speed: {x: 1}', unknown section 'speed'",
    "'training: {epoch: 1}', unknown setting 'epoch'",
    "'training: {epochs: many}', must be a number but was many",
    "'training: {epochs: 0}', epochs must be at least 1 but was 0",
    "'training: {seed: 0}', seed must not be 0",
    "'training: 5', unknown section 'training'",
    "'training: {epochs: 1', not valid YAML"
  })
  void badSettings_areNamedInOneLine(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(folder.resolve("settings.yaml").toString())
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }
}
