package it.voci.text;

import static it.voci.text.Token.Kind.NUMBER;
import static it.voci.text.Token.Kind.PUNCTUATION;
import static it.voci.text.Token.Kind.WORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItalianTokenizerTest {
  private final ItalianTokenizer tokenizer = new ItalianTokenizer();

  private List<String> texts(String source) {
    return tokenizer.tokenize(source).stream().map(Token::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "dell’intelligence, dell'|intelligence",
        "l’Ucraina, l'|Ucraina",
        "L'UCRAINA, L'|UCRAINA",
        "c'è, c'|è",
        "un'altra, un'|altra",
        "c'un'altra, c'|un'|altra",
        "D'Alema, D'|Alema",
        "l'FBI, l'|FBI",
        "l'8 marzo, l'|8|marzo",
        "all’1.5%, all'|1.5|%",
        "dell'«Economist», dell'|«|Economist|»",
      })
  void tokenize_elision_isSplitOff(String source, String expected) {
    assertThat(String.join("|", texts(source))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zelens'kyj",
        "Pokrovs'k",
        "Donec'k",
        "O'Brien",
        "L'viv",
        "E'",
        "piu'",
        "perche'",
        "po'",
        "citta'",
        "capacita'",
        "snake_case"
      })
  void tokenize_innerOrFinalApostrophe_staysOneWord(String source) {
    assertThat(texts(source)).containsExactly(source);
    assertThat(texts(source.replace('\'', '’') + ".")).containsExactly(source, ".");
  }

  @Test
  void tokenize_namesOfTwoWords_areTwoTokens() {
    assertThat(texts("Kryvyj Rih, S. Pietro"))
        .containsExactly("Kryvyj", "Rih", ",", "S", ".", "Pietro");
  }

  @Test
  void tokenize_wordInSingleQuotes_isNotTakenForAnAccent() {
    assertThat(texts("la 'svolta' e la ‘svolta’"))
        .containsExactly("la", "'", "svolta", "'", "e", "la", "‹", "svolta", "'");
  }

  @Test
  void tokenize_numbers_keepTheirMarks() {
    assertThat(tokenizer.tokenize("16mila 25.650 67% $3,5"))
        .containsExactly(
            new Token(0, 6, "16mila", NUMBER),
            new Token(7, 13, "25.650", NUMBER),
            new Token(14, 16, "67", NUMBER),
            new Token(16, 17, "%", PUNCTUATION),
            new Token(18, 19, "$", PUNCTUATION),
            new Token(19, 22, "3,5", NUMBER));
  }

  @Test
  void tokenize_url_fallsIntoItsNames() {
    assertThat(texts("https://www.ansa.it/a?b=1"))
        .containsExactly("https", ":", "/", "/", "www.ansa.it", "/", "a", "?", "b", "=", "1");
  }

  @Test
  void tokenize_emoji_isOneMark() {
    assertThat(tokenizer.tokenize("ok \uD83D\uDE00\uD83C\uDDFA\uD83C\uDDE6!"))
        .containsExactly(
            new Token(0, 2, "ok", WORD),
            new Token(3, 5, "\uD83D\uDE00", PUNCTUATION),
            new Token(5, 9, "\uD83C\uDDFA\uD83C\uDDE6", PUNCTUATION),
            new Token(9, 10, "!", PUNCTUATION));
  }

  @Test
  void tokenize_softHyphenWithin_isInTheSpanOnly() {
    assertThat(tokenizer.tokenize("l’intel\u00ADligence\u00AD."))
        .containsExactly(
            new Token(0, 2, "l'", WORD),
            new Token(2, 15, "intelligence", WORD),
            new Token(16, 17, ".", PUNCTUATION));
  }

  @Test
  void tokenize_ellipsis_isOneMarkHoweverTyped() {
    assertThat(tokenizer.tokenize("E… E..."))
        .containsExactly(
            new Token(0, 1, "E", WORD),
            new Token(1, 2, "…", PUNCTUATION),
            new Token(3, 4, "E", WORD),
            new Token(4, 7, "…", PUNCTUATION));
  }

  @Test
  void tokenize_markdownEmphasis_isNotPartOfTheWord() {
    assertThat(tokenizer.tokenize("_guerra_ **pace**").stream().filter(t -> t.kind() == WORD))
        .containsExactly(new Token(1, 7, "guerra", WORD), new Token(11, 15, "pace", WORD));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "\u200B\u00AD"})
  void tokenize_nothingVisible_isEmpty(String source) {
    assertThat(tokenizer.tokenize(source)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\uD835\uDC00"})
  void tokenize_wordOfAMegabyte_isCutBetweenCharacters(String letter) {
    String source = letter.repeat(1 << 20);
    List<Token> tokens = assertTimeout(Duration.ofSeconds(20), () -> tokenizer.tokenize(source));
    assertThat(tokens).allMatch(t -> t.kind() == WORD && t.text().length() <= 255);
    assertThat(String.join("", tokens.stream().map(Token::text).toList())).isEqualTo(source);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tokenize_randomText_coversEverythingVisibleInOrder(long seed) {
    String source = RandomText.of(new Random(seed), 60);
    int end = 0;
    for (Token token : tokenizer.tokenize(source)) {
      assertThat(token.start()).as("start of %s", token).isGreaterThanOrEqualTo(end);
      assertThat(RandomText.isBlank(source.substring(end, token.start()))).isTrue();
      String cut = source.substring(token.start(), token.end());
      assertThat(TextNormaliser.normalise(cut).text()).isEqualTo(token.text());
      end = token.end();
    }
    assertThat(RandomText.isBlank(source.substring(end))).isTrue();
  }
}
