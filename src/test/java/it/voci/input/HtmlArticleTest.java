package it.voci.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import it.voci.corpus.Paragraph;
import it.voci.text.TextSpan;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlArticleTest {
  private static final String ONE =
      "Il portavoce del Cremlino ha detto che le trattative riprenderanno, quando gli alleati di"
          + " Kiev lo vorranno, e non prima.";
  private static final String TWO =
      "Il ministro degli Esteri ucraino, da Bruxelles, ha risposto che nessuno a Mosca ha mai"
          + " voluto trattare davvero.";
  private static final String CAPTION = "Soldati al confine (Afp)";

  private static InputArticle read(String html) {
    return HtmlArticle.read(html.getBytes(StandardCharsets.UTF_8), Optional.empty(), "a.html");
  }

  private static List<String> texts(InputArticle article) {
    return article.article().paragraphs().stream().map(Paragraph::text).toList();
  }

  private static String page(String around, String body) {
    return "<html><head><title>Titolo</title>" + around + "</head><body>" + body + "</body></html>";
  }

  private static String article(String furniture) {
    return page(
        "",
        "<article><h1>Titolo</h1><p>" + ONE + "</p>" + furniture + "<p>" + TWO + "</p></article>");
  }

  @Test
  void samplePage_isItsArticleWithCaptionAndMetadata() {
    InputArticle article =
        InputReader.read(Path.of("datasets/samples/olimpiadi-bandiere.html")).get(0);
    assertThat(texts(article)).hasSize(5);
    assertThat(texts(article).get(0)).startsWith("Saranno una trentina").endsWith("nessuno.");
    assertThat(texts(article).get(1)).isEqualTo("Le prove della cerimonia sulla Senna (Afp)");
    assertThat(texts(article).get(4)).startsWith("La commissione").endsWith("per chiunque.");
    assertThat(article.article().title())
        .contains("Parigi 2024, i neutrali senza bandiera. Mosca: «Una farsa»");
    assertThat(article.article().outlet()).contains("Il Quotidiano di prova");
    assertThat(article.article().date()).contains("2024-07-19");
    assertThat(article.spans().get(1).start()).isEqualTo(article.spans().get(0).end() + 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='newsletter-box'><p>Iscriviti alla newsletter: ogni mattina le notizie, scelte per te.</p></div>",
        "<aside><p>Questa settimana in edicola, con il giornale, la guida ai fondi europei.</p></aside>",
        "<div class='related'><h3>Leggi anche</h3><ul><li><a href='/1'>Il medagliere di Tokyo</a></li></ul></div>",
        "<p>Leggi anche: <a href='/1'>Il gasdotto fermo da giorni</a></p>",
        "<p><strong>LEGGI ANCHE</strong></p>",
        "<div id='commenti' class='comments'><p>Ma chi ci crede più, a questi, dopo tutto quello che hanno detto?</p></div>",
        "<script>var a = 'Il ministro ha detto che non ci sta, e che se ne va.';</script>",
        "<p style='display:none'>Il ministro ha detto che non ci sta, e che se ne va da solo.</p>",
        "<div class='social-share'><a href='#'>Condividi</a> <a href='#'>Twitter</a></div>",
        "<form><p>Scrivi qui il tuo indirizzo, e premi il tasto per ricevere gli avvisi.</p></form>",
        "<div class='cookie-banner'><p>Usiamo i cookie, nostri e di altri, per migliorare il servizio.</p></div>",
      })
  void furniture_isDropped(String furniture) {
    assertThat(texts(read(article(furniture)))).containsExactly(ONE, TWO);
  }

  @Test
  void captionsAndHeadings_stayWhereTheyStand() {
    String furniture =
        "<figure><img src='a.jpg' alt='no'><figcaption>"
            + CAPTION
            + "</figcaption></figure>"
            + "<h2>La risposta di Kiev</h2>";
    assertThat(texts(read(article(furniture))))
        .containsExactly(ONE, CAPTION, "La risposta di Kiev", TWO);
  }

  @Test
  void pageWithoutParagraphElements_isSplitAtItsBreaks() {
    String html =
        page(
            "",
            "<div class='menu'><a href='/'>Home</a></div><div>"
                + ONE
                + "<br><br>"
                + TWO
                + "<br>"
                + CAPTION
                + "</div>");
    assertThat(texts(read(html))).containsExactly(ONE, TWO + " " + CAPTION);
  }

  @Test
  void articleInSeveralBoxes_isWhole() {
    String html =
        page(
            "",
            "<nav><a href='/'>Home</a> <a href='/esteri'>Esteri</a></nav><div><div><p>"
                + ONE
                + "</p></div><div class='adv'><p>Annuncio</p></div><div><p>"
                + TWO
                + "</p></div></div>");
    assertThat(texts(read(html))).containsExactly(ONE, TWO);
  }

  @Test
  void wholePageNamedLikeFurniture_isReadAllTheSame() {
    assertThat(texts(read(page("", "<div class='with-sidebar widget'><p>" + ONE + "</p></div>"))))
        .containsExactly(ONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<meta property='article:published_time' content='2024-07-19T07:45:00+02:00'>|2024-07-19",
        "<meta itemprop='datePublished' content='2024-07-19'>|2024-07-19",
        "<meta name='date' content='20240719'>|2024-07-19",
        "<meta name='date' content='2024-07'>|2024-07",
        "<script type='application/ld+json'>[{\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":\"2024-07-19T00:00Z\"}]}]</script>|2024-07-19",
        "<meta name='date' content='ieri'><script type='application/ld+json'>{bad</script><meta name='pubdate' content='2024-07-19'>|2024-07-19",
      })
  void date_isFoundWhereItStands(String head, String date) {
    InputArticle article = read(page(head, "<p>" + ONE + "</p>"));
    assertThat(article.article().date()).contains(date);
  }

  @Test
  void dateInATimeElement_isTheLastResort() {
    String html =
        page(
            "",
            "<article><time datetime='2024-07-19T07:45'>19 luglio</time><p>"
                + ONE
                + "</p></article>");
    assertThat(read(html).article().date()).contains("2024-07-19");
    assertThat(read(page("", "<p>" + ONE + "</p>")).article().date()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<meta property='og:title' content='Uno'><meta property='og:site_name' content='Il Foglio di prova'>~Uno~Il Foglio di prova",
        "<meta property='og:site_name' content='Prova'><meta property='og:title' content='Uno - due | Prova'>~Uno - due~Prova",
        "<script type='application/ld+json'>{\"headline\":\"Uno\",\"datePublished\":\"2024\",\"publisher\":{\"name\":\"Prova\"}}</script>~Uno~Prova",
        "<meta property='og:title' content=' '>~Titolo~",
      })
  void titleAndOutlet_areMetadata(String head, String title, String outlet) {
    InputArticle article = read(page(head, "<h2>" + title + "</h2><p>" + ONE + "</p>"));
    assertThat(article.article().title()).contains(title);
    assertThat(article.article().outlet()).isEqualTo(Optional.ofNullable(outlet));
    assertThat(texts(article)).containsExactly(ONE);
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252,",
    "windows-1252,iso-8859-1",
    "windows-1252,windows-1252",
    "UTF-8,",
    "UTF-8,utf-8",
    "UTF-8,iso-8859-1",
    "UTF-16LE,"
  })
  void encoding_isTold_orSeen(String charset, String told) {
    String text =
        "Perché “l’Ucraina” è più sola, dice – così – il ministro, e non lo dice per gioco.";
    String meta = told == null ? "" : "<meta charset='" + told + "'>";
    String mark = charset.equals("UTF-16LE") ? "\uFEFF" : "";
    byte[] bytes = (mark + page(meta, "<p>" + text + "</p>")).getBytes(Charset.forName(charset));
    assertThat(texts(HtmlArticle.read(bytes, Optional.empty(), "a.html"))).containsExactly(text);
  }

  @Test
  void offsets_countCodePointsOfJoinedParagraphs() {
    InputArticle article = read(page("", "<p>\uD83D\uDE00 " + ONE + "</p><p>" + TWO + "</p>"));
    int first = ONE.length() + 2;
    assertThat(article.spans())
        .containsExactly(new TextSpan(0, first), new TextSpan(first + 2, first + 2 + TWO.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "<p></p>", "<script>Il ministro ha detto.</script>"})
  void pageWithoutText_isRefused(String html) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(html))
        .withMessage("a.html: holds no text that could be an article");
  }
}
