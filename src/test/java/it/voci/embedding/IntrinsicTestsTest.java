package it.voci.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import it.voci.embedding.IntrinsicTests.Analogy;
import it.voci.embedding.IntrinsicTests.OutlierGroup;
import it.voci.embedding.IntrinsicTests.Word;
import it.voci.embedding.IntrinsicTests.WordPair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicTestsTest {
  @TempDir private Path folder;

  private Optional<Path> file(String content) throws IOException {
    return Optional.of(Files.writeString(folder.resolve("set.tsv"), content));
  }

  private static Word word(String... spellings) {
    return new Word(List.of(spellings));
  }

  @Test
  void shipped_analogies_areManyAndDistinct() {
    List<Analogy> analogies = IntrinsicTests.shipped().analogies();
    assertThat(analogies).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    assertThat(analogies.stream().map(Analogy::category).distinct()).hasSizeGreaterThan(10);
    for (Analogy analogy : analogies) {
      Set<String> seen = new HashSet<>();
      for (Word each : List.of(analogy.a(), analogy.b(), analogy.c(), analogy.d())) {
        assertThat(each.spellings()).as(analogy.toString()).allMatch(seen::add);
      }
    }
  }

  @Test
  void shipped_pairs_areManyAndDistinctAndRatedFromZeroToTen() {
    List<WordPair> pairs = IntrinsicTests.shipped().pairs();
    assertThat(pairs).hasSizeGreaterThan(250);
    assertThat(pairs.stream().map(pair -> Set.of(pair.first(), pair.second())))
        .doesNotHaveDuplicates();
    assertThat(pairs).allMatch(pair -> pair.rating() >= 0 && pair.rating() <= 10);
  }

  @Test
  void shipped_groups_haveEightMembersAndThreeOutliers() {
    List<OutlierGroup> groups = IntrinsicTests.shipped().groups();
    assertThat(groups).hasSizeGreaterThanOrEqualTo(40);
    for (OutlierGroup group : groups) {
      assertThat(group.members()).as(group.topic()).hasSize(8).doesNotHaveDuplicates();
      assertThat(group.outliers())
          .as(group.topic())
          .hasSize(3)
          .doesNotHaveDuplicates()
          .doesNotContainAnyElementsOf(group.members());
    }
  }

  @Test
  void files_bothAnalogyForms_areRead() throws IOException {
    String content = "# by hand\n: capitali\nRoma Italia Kiev|Kyiv Ucraina\n\nx\ta\tb\tc\td\r\n";
    List<Analogy> analogies =
        IntrinsicTests.of(file(content), Optional.empty(), Optional.empty()).analogies();
    assertThat(analogies)
        .containsExactly(
            new Analogy(
                "capitali", word("Roma"), word("Italia"), word("Kiev", "Kyiv"), word("Ucraina")),
            new Analogy("x", word("a"), word("b"), word("c"), word("d")));
  }

  @Test
  void files_pairsAndGroups_areRead() throws IOException {
    assertThat(
            IntrinsicTests.of(Optional.empty(), file("a\tb\t7.5\tmore\n"), Optional.empty())
                .pairs())
        .containsExactly(new WordPair(word("a"), word("b"), 7.5));
    assertThat(IntrinsicTests.of(Optional.empty(), Optional.empty(), file("t\ta b\tc\n")).groups())
        .containsExactly(new OutlierGroup("t", List.of(word("a"), word("b")), List.of(word("c"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "analogies~a b c~:1: expected a category and four words, tab-separated, but was 'a b c'",
        "analogies~x\\ta\\t\\tc\\td~:1: a word is empty",
        "analogies~a b c d\\na b|  c d~:2: a word is empty",
        "pairs~a\\tb~:1: expected two words and a number, tab-separated, but was 'a\\tb'",
        "pairs~a\\tb\\t1\\nc\\td\\tx~:2: expected two words and a number, tab-separated, but was 'c\\td\\tx'",
        "pairs~a\\tb\\tNaN~:1: a rating must be a finite number but was NaN",
        "groups~t\\ta b~:1: expected topic, words and outliers, tab-separated, but was 't\\ta b'",
        "groups~t\\ta\\tb~:1: expected two words or more and an outlier but was 1 and 1",
        "groups~t\\ta b\\t ~:1: expected topic, words and outliers, tab-separated, but was 't\\ta b'",
        "groups~#only a comment~: holds nothing to test with",
      })
  void files_malformed_sayWhere(String kind, String content, String message) throws IOException {
    Optional<Path> file = file(content.translateEscapes());
    Optional<Path> none = Optional.empty();
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(
            () ->
                IntrinsicTests.of(
                    kind.equals("analogies") ? file : none,
                    kind.equals("pairs") ? file : none,
                    kind.equals("groups") ? file : none))
        .withMessage(file.get() + message.translateEscapes());
  }

  @Test
  void files_missing_areNamed() {
    Path missing = folder.resolve("no.tsv");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(
            () -> IntrinsicTests.of(Optional.of(missing), Optional.empty(), Optional.empty()))
        .withMessage(missing + ": no such file");
  }
}
