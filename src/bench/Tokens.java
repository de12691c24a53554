import it.voci.embedding.TrainingText;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a text as voci learns from it: a sentence a line, words apart by blanks. */
final class Tokens {
  private Tokens() {}

  public static void main(String[] args) throws Exception {
    try (TrainingText.Pass pass = TrainingText.of(List.of(Path.of(args[0]))).sentences(2);
        BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
      while (pass.hasNext()) {
        out.write(String.join(" ", pass.next()) + "\n");
      }
    }
  }
}
