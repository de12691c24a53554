package it.voci.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTextTest {
  private static final List<List<String>> SENTENCES =
      List.of(List.of("la", "guerra", "è", "qui"), List.of("dell'", "altra", "non", "si", "parla"));

  @TempDir private Path folder;

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out =
            name.toLowerCase(java.util.Locale.ROOT).endsWith(".gz")
                ? new GZIPOutputStream(raw)
                : raw) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static List<List<String>> sentences(TrainingText text) {
    List<List<String>> sentences = new ArrayList<>();
    try (TrainingText.Pass pass = text.sentences(2)) {
      pass.forEachRemaining(sentences::add);
    }
    return sentences;
  }

  private static void assertRefused(TrainingText text, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> sentences(text))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.md", "a.TXT.GZ", "a.txt.gz", "a.other"})
  void sentences_plainText_areLowerCaseWords(String name) throws IOException {
    Path file = write(name, "\uFEFFLa guerra è qui. Sì!\n\nDELL’altra non si parla…\n");
    TrainingText text = TrainingText.of(List.of(file));
    assertThat(sentences(text)).isEqualTo(SENTENCES);
    assertThat(sentences(text)).as("a second pass").isEqualTo(SENTENCES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.JSONL", "a.jsonl.gz"})
  void sentences_jsonl_areThoseOfItsTexts(String name) throws IOException {
    Path file =
        write(
            name,
            """
            {"id":"a","title":"Un titolo che non conta","paragraphs":[{"text":"La guerra è qui."},{"voice":"x"}]}

            {"text":"Dell'altra non si parla."}
            """);
    assertThat(sentences(TrainingText.of(List.of(file)))).isEqualTo(SENTENCES);
  }

  @Test
  void of_folders_takesTextInNameOrder() throws IOException {
    write("f/b.txt", "Dell'altra non si parla.");
    write("f/a/c.txt.gz", "La guerra è qui.");
    write("f/image.png", "Questo non conta affatto.");
    TrainingText text = TrainingText.of(List.of(folder.resolve("f")));
    assertThat(text.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("c.txt.gz", "b.txt");
    assertThat(sentences(text)).isEqualTo(SENTENCES);
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("f"));
    assertThat(sentences(TrainingText.of(List.of(link)))).isEqualTo(SENTENCES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.txt.gz"})
  void share_duringAPass_goesFromZeroToOne(String name) throws IOException {
    Path first = write(name, "La guerra continua ancora oggi.\n".repeat(20_000));
    Path second = write("b.txt", "La pace è lontana.\n".repeat(10));
    try (TrainingText.Pass pass = TrainingText.of(List.of(first, second)).sentences(1)) {
      double before = pass.share();
      assertThat(before).isZero();
      while (pass.hasNext()) {
        assertThat(pass.next()).isNotEmpty();
        assertThat(pass.share()).isBetween(before, 1.0);
        before = pass.share();
      }
      assertThat(pass.share()).isEqualTo(1);
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(pass::next);
    }
  }

  @Test
  void sentences_notUtf8_namesTheLine() throws IOException {
    Path file = folder.resolve("a.txt");
    Files.write(file, "Uno e due.\nTre.\nCittà.\nPoi.\n".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(TrainingText.of(List.of(file)), file + ":3: not UTF-8; save the file as UTF-8");
  }

  @Test
  void sentences_badJson_namesTheLine() throws IOException {
    Path file = write("a.jsonl", "{\"text\":\"Uno e due.\"}\n{\"text\":3}\n");
    assertRefused(TrainingText.of(List.of(file)), file + ":2: 'text' must be a text but was '3'");
    write("a.jsonl", "{\"paragraphs\":[\"Uno e due.\"]}\n");
    assertRefused(
        TrainingText.of(List.of(file)),
        file + ":1: expected paragraphs to be objects with a 'text'");
  }

  @Test
  void sentences_damagedGzip_namesTheFile() throws IOException {
    Path file = folder.resolve("a.txt.gz");
    Files.writeString(file, "Questo non è compresso.");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> sentences(TrainingText.of(List.of(file))))
        .withMessageStartingWith(file + ": cannot be read (");
  }

  @Test
  void of_missingOrEmpty_isRefused() throws IOException {
    Path missing = folder.resolve("missing");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> TrainingText.of(List.of(missing)))
        .withMessage(missing + ": no such file or folder");
    write("image.png", "x");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> TrainingText.of(List.of(folder)))
        .withMessage(List.of(folder) + ": no .txt, .md or .jsonl text to learn from");
  }
}
