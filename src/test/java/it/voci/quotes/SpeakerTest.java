package it.voci.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.actors.ActorMatcher;
import it.voci.actors.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is taken to speak where the words of saying do not have a name beside them. */
final class SpeakerTest {
  private static final AttributionFinder FINDER = new AttributionFinder(ActorMatcher.shipped());

  private static List<Speaker> speakers(String... paragraphs) {
    List<List<Attribution>> found = FINDER.find(List.of(paragraphs), Optional.of("2024-05"));
    return found.get(found.size() - 1).stream().map(Attribution::speaker).toList();
  }

  private static List<String> names(String... paragraphs) {
    return speakers(paragraphs).stream().map(Speaker::name).toList();
  }

  @Test
  void verb_joinedToOneBefore_hasItsSubject() {
    assertThat(
            names(
                "Sergei Lavrov ha detto che Varsavia sbaglia e ha aggiunto che il treno è"
                    + " partito."))
        .containsOnly("Sergei Lavrov");
  }

  @Test
  void verb_joinedAfterAnotherClauseBegan_hasItsOwnSubject() {
    assertThat(
            names(
                "La Rai resta a Sumy, l'assessora milanese è stata convocata e ha spiegato che le"
                    + " redazioni sono libere."))
        .containsExactly("assessora milanese");
  }

  @Test
  void gerund_afterSentenceAboutAnother_isTheSubjects() {
    assertThat(
            names(
                "La Csto ha chiesto chiarimenti sulle manovre. Lo stesso Lukashenka ha alzato i"
                    + " toni davanti ai cronisti, dicendo: «Da qui non passerà mai nessuno»."))
        .endsWith("Alexander Lukashenko");
  }

  @Test
  void relativeWithArticle_afterPersonOfComplement_isThatPerson() {
    assertThat(
            names(
                "Il presidente era seduto accanto a Valery Gerasimov, il quale gli ha riferito che"
                    + " la collina è presa."))
        .containsExactly("Valery Gerasimov");
  }

  @Test
  void thisLast_afterTwoPersons_isTheSecond() {
    assertThat(
            names(
                "Antonio Tajani ha accolto a Roma il collega Radosław Sikorski. Quest'ultimo ha"
                    + " detto che il corridoio resta aperto."))
        .containsExactly("Radosław Sikorski");
  }

  @Test
  void pluralWithoutSubject_afterGroup_isTheGroups() {
    assertThat(
            names(
                "Gli armatori greci si sono riuniti al Pireo. Hanno detto che i noli"
                    + " raddoppieranno."))
        .containsExactly("armatori greci");
  }

  @Test
  void pluralWithoutSubject_afterOnePerson_isNobodys() {
    assertThat(names("Elly Schlein è arrivata tardi. Dicono che il treno era fermo.")).isEmpty();
  }

  @Test
  void twoSubjects_ofPluralVerb_speakTogether() {
    assertThat(names("Emmanuel Macron e Keir Starmer hanno detto che il vertice si farà."))
        .containsExactly("Emmanuel Macron e Keir Starmer");
  }

  @Test
  void source_withinAnothersWords_isNotCarriedOver() {
    assertThat(
            names(
                "Daria Kaleniuk ha fatto i conti. I richiamati, diecimila secondo il ministero"
                    + " della Difesa russo, non basteranno a coprire i turni di un anno. A giugno,"
                    + " prevede, serviranno altri uomini."))
        .endsWith("Daria Kaleniuk");
  }

  @Test
  void whoAsks_inClauseOfTheListener_isNotCarriedOver() {
    assertThat(
            names(
                "Ai colleghi che chiedevano se la tregua sia vicina, Guido Crosetto ha risposto che"
                    + " nessuno lo sa. L'estate, ha precisato, sarà lunga."))
        .endsWith("Guido Crosetto");
  }

  @Test
  void document_namedAgain_isItsIssuers() {
    assertThat(
            names(
                "Riportiamo la nota diffusa ieri dal ministero degli Esteri polacco.",
                "«I treni passeranno da Rzeszów», assicura la nota."))
        .containsExactly("ministero degli Esteri polacco");
  }

  @Test
  void openQuotation_beforeWhomTheNextSentencePresents_isHis() {
    assertThat(
            names(
                "«Dalla finestra vedo soltanto il fiume e nessuno lo attraversa». A raccontarlo è"
                    + " Hanna Zelenko, maestra di un villaggio sulla riva destra."))
        .containsExactly("Hanna Zelenko");
  }

  @Test
  void reportedWords_areTheirAuthors() {
    assertThat(
            names("L'agenzia Tass rilancia le parole di Sergei Shoigu: «La flotta è al sicuro»."))
        .containsExactly("Sergei Shoigu");
  }

  @Test
  void name_apartFromItsOfficeByOtherWords_isFound() {
    assertThat(
            names(
                "Il comandante delle unità senza pilota, Robert Brovdi, ha detto che la nebbia è"
                    + " passata."))
        .containsExactly("Robert Brovdi");
  }

  @Test
  void name_afterTownOfItsOffice_isPreferredToTheTown() {
    assertThat(
            names("«Qui si prega in due lingue», osserva un parroco della Valle, Renzo Bertolini."))
        .containsExactly("Renzo Bertolini");
  }

  @Test
  void nounThatNoListHas_afterTag_isTheSpeaker() {
    assertThat(names("«L'acqua arriva alle sei», raccontano i mezzadri."))
        .containsExactly("mezzadri");
  }

  @Test
  void minister_whereSentenceSpeaksFromCapital_isThatCountrys() {
    assertThat(names("Da Mosca il ministro degli Esteri ha fatto sapere che la linea non cambia."))
        .containsExactly("Sergei Lavrov");
  }

  @Test
  void bodyWithNationality_hasThatCountrysSide() {
    assertThat(
            speakers("L'osservatorio ucraino ha detto che il ponte regge.").stream()
                .map(Speaker::side))
        .containsExactly(Side.UKRAINE);
  }

  @Test
  void officialWithItalianName_inParagraphFromMoscow_isOfTheWest() {
    assertThat(
            speakers(
                    "A Mosca la notizia non sorprende. Il sottosegretario Ludovico Ferrarin ha"
                        + " detto che Roma non cambia idea.")
                .stream()
                .map(Speaker::side))
        .containsExactly(Side.WEST);
  }

  @Test
  void wordsInCapitals_areNobody() {
    assertThat(names("GUERRA O PACE? Ad agosto aveva detto che non si sarebbe ricandidato."))
        .isEmpty();
  }
}
