package it.voci.embedding.skipgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
  @TempDir private Path folder;

  private static List<List<Integer>> read(TokenFile file) {
    int[] sentence = new int[TokenFile.LONGEST_SENTENCE];
    List<List<Integer>> sentences = new ArrayList<>();
    TokenFile.Reader reader = file.reader();
    // From the last to the first, as no order is asked for.
    for (int block = file.blocks() - 1; block >= 0; block--) {
      List<List<Integer>> inBlock = new ArrayList<>();
      reader.open(block);
      long tokens = 0;
      for (int length = reader.next(sentence); length >= 0; length = reader.next(sentence)) {
        inBlock.add(Arrays.stream(sentence, 0, length).boxed().toList());
        tokens += length;
      }
      assertThat(tokens).isEqualTo(file.tokensBefore(block + 1) - file.tokensBefore(block));
      sentences.addAll(0, inBlock);
    }
    return sentences;
  }

  @Test
  void sentences_ofAllLengthsAndNumbers_comeBack() {
    SplittableRandom random = new SplittableRandom(1);
    List<List<Integer>> sentences = new ArrayList<>();
    try (TokenFile file = new TokenFile(folder)) {
      int tokens = 0;
      for (int s = 0; s < 500; s++) {
        int length = s == 7 ? TokenFile.LONGEST_SENTENCE : random.nextInt(200);
        int[] sentence = new int[length];
        for (int i = 0; i < length; i++) {
          sentence[i] = random.nextInt(Integer.MAX_VALUE) >>> random.nextInt(31);
        }
        if (length > 0) {
          sentence[0] = s % 2 == 0 ? 0 : Integer.MAX_VALUE;
        }
        file.add(sentence, length);
        sentences.add(Arrays.stream(sentence).boxed().toList());
        tokens += length;
      }
      file.finish();
      assertThat(file.blocks()).isGreaterThan(3);
      assertThat(file.tokens()).isEqualTo(tokens);
      assertThat(read(file)).isEqualTo(sentences);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void blocks_manyOfThem_areAllKept() {
    int[] sentence = new int[TokenFile.LONGEST_SENTENCE];
    try (TokenFile file = new TokenFile(folder)) {
      for (int s = 0; s < 2000; s++) {
        sentence[0] = s;
        file.add(sentence, sentence.length);
      }
      file.finish();
      assertThat(read(file)).extracting(read -> read.get(0)).hasSize(2000).isSorted();
    }
  }

  @Test
  void constructor_folderThatIsAFile_isAUserError() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new TokenFile(file))
        .withMessageStartingWith(file + ": no temporary file can be made there");
  }
}
