package it.voci.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.UserException;
import it.voci.text.ItalianTokenizer;
import it.voci.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermListsTest {
  @TempDir private Path folder;

  private TermLists lists(String text) throws IOException {
    return TermLists.read(Files.writeString(folder.resolve("terms.txt"), text));
  }

  private static int[] count(TermLists lists, String text) {
    List<Token> tokens = new ItalianTokenizer().tokenize(text);
    WordMemory words = GramCounterTest.memory(new GramCounter(FeatureSettings.DEFAULTS), lists);
    return lists.count(tokens, words.facts(tokens));
  }

  @Test
  void count_wordsPhrasesAndBeginnings_ofEveryCategory() throws IOException {
    TermLists lists =
        lists("# subjects\nwar: missil*, carro armato, città\nmoney: dazi, dell'export\n");
    assertThat(lists.categories()).containsExactly("war", "money");
    assertThat(count(lists, "Missili e un MISSILE sulla citta, nessun carro."))
        .containsExactly(3, 0);
    assertThat(count(lists, "Il carro armato e i dazi dell’export")).containsExactly(1, 2);
    assertThat(count(lists, "")).containsExactly(0, 0);
  }

  @Test
  void count_twoTermsAtAPlace_countOnce() throws IOException {
    assertThat(count(lists("war: arm*, armi\n"), "armi")).containsExactly(1);
  }

  @Test
  void read_lineWithoutCategory_namesTheLine() {
    assertThatThrownBy(() -> lists("war: armi\nnothing\n"))
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith("terms.txt:2: expected 'category: term, …' but was 'nothing'");
  }

  @Test
  void shipped_isReadAndWrittenAlike() throws IOException {
    TermLists shipped = TermLists.shipped();
    assertThat(shipped.categories()).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    assertThat(lists(shipped.format()).format()).isEqualTo(shipped.format());
  }
}
