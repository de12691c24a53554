package it.voci.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicWriteTest {
  @TempDir private Path folder;

  @Test
  void file_written_replacesTheOldOne() throws IOException {
    Path target = folder.resolve("a.txt");
    Files.writeString(target, "old");
    AtomicWrite.file(target, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
    assertThat(target).hasContent("new");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void file_whoseWriterFailsHalfway_staysAsItWas() throws IOException {
    Path target = folder.resolve("a.txt");
    Files.writeString(target, "old");
    assertThatThrownBy(
            () ->
                AtomicWrite.file(
                    target,
                    out -> {
                      out.write('n');
                      throw new IOException("no space left");
                    }))
        .isInstanceOf(UserException.class)
        .hasMessage(target + ": cannot be written (no space left)");
    assertThat(target).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("a.txt");
  }

  @Test
  void file_inAFolderThatIsMissing_makesTheFolder() {
    Path target = folder.resolve("new/deep/a.txt");
    AtomicWrite.file(target, out -> out.write('x'));
    assertThat(target).hasContent("x");
  }

  @Test
  void file_whoseFolderIsAFile_isAUserError() throws IOException {
    Files.writeString(folder.resolve("a"), "");
    assertThatThrownBy(() -> AtomicWrite.file(folder.resolve("a/b"), out -> out.write('x')))
        .isInstanceOf(UserException.class);
  }
}
