package it.voci.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormaliserTest {
  private static String normalise(String source) {
    return TextNormaliser.normalise(source).text();
  }

  @ParameterizedTest
  @CsvSource({
    "perche\u0301, perch\u00E9",
    "E\u0300, \u00C8",
    "citta\u0300 piu\u0300, citt\u00E0 pi\u00F9",
    "Mykolai\u0308v, Mykola\u00EFv",
    "o\u0323\u0302, \u1ED9",
    "\u212B, \u00C5",
  })
  void normalise_decomposedAccents_areComposed(String source, String expected) {
    assertThat(normalise(source)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "\u2019", "\u02BC", "\u02B9", "\u00B4", "`", "\u2032", "\uFF07"})
  void normalise_anyApostrophe_isStraight(String apostrophe) {
    assertThat(normalise("l" + apostrophe + "Ucraina")).isEqualTo("l'Ucraina");
  }

  @Test
  void normalise_quotationMarks_keepTheirSide() {
    assertThat(normalise("«a» “b” „c” ‹d› ‟e”")).isEqualTo("«a» «b» «c» «d» «e»");
    assertThat(normalise("\"a\" ″b″ ＂c＂")).isEqualTo("\"a\" \"b\" \"c\"");
    assertThat(normalise("‘a’ ‚b’ ‛c’")).isEqualTo("‹a' ‹b' ‹c'");
  }

  @Test
  void normalise_doubledApostrophes_areAQuotationMark() {
    assertThat(normalise("''a'' ’’b’’")).isEqualTo("\"a\" \"b\"");
    assertThat(normalise("'''a'''")).isEqualTo("\"'a\"'");
  }

  @Test
  void normalise_dashesAndEllipses_becomeAlike() {
    assertThat(normalise("a‒b–c—d―e−f")).isEqualTo("a–b–c–d–e–f");
    assertThat(normalise("ex‐premier ex\u2011premier")).isEqualTo("ex-premier ex-premier");
    assertThat(normalise("a… b... c.. d....")).isEqualTo("a… b… c.. d….");
  }

  @Test
  void normalise_spaces_becomeBlanks() {
    assertThat(normalise("a\u00A0b\u2009c\u202Fd\u3000e\tf\ng\u2028h"))
        .isEqualTo("a b c d e f g h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u200E", "\u200F", "\u061C",
        "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069",
      })
  void normalise_invisibleCharacter_goes(String invisible) {
    assertThat(normalise("intel" + invisible + "ligence")).isEqualTo("intelligence");
    assertThat(normalise(invisible)).isEmpty();
  }

  @Test
  void normalise_ligaturesEmojiAndCyrillic_areReadable() {
    assertThat(normalise("con\uFB01ni con\uFB02itto")).isEqualTo("confini conflitto");
    assertThat(normalise("\uD83D\uDE00 Київ")).isEqualTo("\uD83D\uDE00 Київ");
    assertThat(normalise("")).isEmpty();
  }

  @Test
  void sourceOf_accentsAndInvisibleCharacters_mapsBackExactly() {
    String source = "«Perche\u0301\u200B» intel\u00ADligence\u00AD... \uD83D\uDE00";
    NormalisedText normalised = TextNormaliser.normalise(source);
    assertThat(normalised.text()).isEqualTo("«Perché» intelligence… \uD83D\uDE00");
    assertThat(normalised.sourceOf(1, 7).of(source)).isEqualTo("Perche\u0301");
    assertThat(normalised.sourceOf(7, 8).of(source)).isEqualTo("»");
    assertThat(normalised.sourceOf(9, 21).of(source)).isEqualTo("intel\u00ADligence");
    assertThat(normalised.sourceOf(21, 22).of(source)).isEqualTo("...");
    assertThat(normalised.sourceOf(23, 25).of(source)).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void sourceOf_emptyOrOutside_fails() {
    NormalisedText normalised = TextNormaliser.normalise("ciao");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> normalised.sourceOf(2, 2));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> normalised.sourceOf(2, 5));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sourceOf_everyCharOfRandomText_leavesOutInvisibleCharactersOnly(long seed) {
    String source = RandomText.of(new Random(seed), 60);
    NormalisedText normalised = TextNormaliser.normalise(source);
    int end = 0;
    for (int i = 0; i < normalised.text().length(); i++) {
      TextSpan span = normalised.sourceOf(i, i + 1);
      assertThat(span.length()).isPositive();
      if (span.start() >= end) {
        assertThat(RandomText.isInvisible(source.substring(end, span.start()))).isTrue();
      }
      end = span.end();
    }
    assertThat(RandomText.isInvisible(source.substring(end))).isTrue();
  }
}
