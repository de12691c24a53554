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

  private static List<Side> sides(String... paragraphs) {
    return speakers(paragraphs).stream().map(Speaker::side).toList();
  }

  @Test
  void nickname_besideAnOffice_isTheName() {
    assertThat(names("Un tassista di nome Ihor ci dice che la strada è minata. \"Passo\", spiega."))
        .containsExactly("Ihor", "Ihor");
    assertThat(
            names(
                "Il comandante di plotone, nome di battaglia \"Riccio\", racconta che i droni"
                    + " arrivano di notte."))
        .containsExactly("Riccio");
  }

  @Test
  void singleName_describedByATrade_isAPersons() {
    assertThat(names("«Il mulino è fermo», racconta al telefono Zenobia, sarta di Berislav."))
        .containsExactly("Zenobia");
  }

  @Test
  void womansOffice_heldByAMan_isNotHis() {
    assertThat(names("L'ambasciatrice francese ha detto che i negoziati riprenderanno."))
        .containsExactly("ambasciatrice francese");
    assertThat(names("La ministra degli Esteri tedesca ha detto che il dossier resta aperto."))
        .containsExactly("Annalena Baerbock");
  }

  @Test
  void nameOfABody_beforeAPersonsName_isNoPersons() {
    assertThat(
            names(
                "Un portavoce dell'ong Cielo Sereno, Duccio Malaspini, ha spiegato che i convogli"
                    + " sono fermi."))
        .containsExactly("Duccio Malaspini");
  }

  @Test
  void document_ofABodyNobodyKnows_isThatBodys() {
    assertThat(
            names(
                "Emmanuel Macron è a Praga. Secondo il bollettino del consorzio dei porti, i moli"
                    + " sono pieni."))
        .containsExactly("consorzio dei porti");
  }

  @Test
  void relative_afterThePlaceOfAPerson_isThePersons() {
    assertThat(
            names(
                "Parla anche la deputata Ilaria Bonfanti, capolista in Basilicata, secondo cui «il"
                    + " voto è libero»."))
        .containsExactly("Ilaria Bonfanti");
  }

  @Test
  void singularWithoutSubject_afterAGroup_isWhoSpokeBefore() {
    assertThat(
            names(
                "Rafael Grossi ha detto che il sito è integro. Gli ispettori hanno chiesto altri"
                    + " giorni. La tregua, ha spiegato, aiuterebbe tutti."))
        .endsWith("Rafael Grossi");
  }

  @Test
  void institution_calledByItsNoun_isTheOneNamed() {
    assertThat(
            names(
                "Amnesty International ha sentito venti testimoni. Il rogo, conclude"
                    + " l'organizzazione, fu voluto."))
        .containsExactly("Amnesty International");
  }

  @Test
  void quotationWithinNarration_withoutSubject_isTheNarratedPersons() {
    assertThat(
            names(
                "Il Senato ha votato. L'ambasciatore svizzero Reto Baumli ha portato due furgoni,"
                    + " «un gesto modesto», ha detto."))
        .containsExactly("Reto Baumli");
  }

  @Test
  void subjectThatNoListHas_withAClause_isTheSpeaker() {
    assertThat(names("Il punto nono della proposta prevede che le truppe restino ferme."))
        .containsExactly("punto nono della proposta");
  }

  @Test
  void textFoundOnANetwork_isNobodysPost() {
    assertThat(names("Una foto gira su Facebook. Il testo che l'accompagna dice: «Ci mentono!»."))
        .containsExactly("post sui social");
  }

  @Test
  void question_thatCallsSomebody_tellsWhoAnswers() {
    assertThat(
            names(
                "Giuseppe Conte ha votato contro. Con Erminia Kessner, che insegna a Losanna,"
                    + " parliamo di armi.",
                "Dottoressa Kessner, che cosa cambia?",
                "«Poco, perché i depositi sono vuoti da anni e nessuno li riempie».",
                "E gli altri che cosa fanno?",
                "«Aspettano che qualcuno cominci, come hanno sempre fatto fin dal principio»."))
        .containsExactly("Erminia Kessner");
  }

  @Test
  void officerOnLeave_isAnExpert() {
    assertThat(sides("Il generale in congedo Attilio Brunati ritiene che il fronte si fermerà."))
        .containsExactly(Side.EXPERT);
    assertThat(sides("Il geologo Ettore Vannini ha spiegato che il suolo è contaminato."))
        .containsExactly(Side.EXPERT);
  }

  @Test
  void soldierOfANumberedBrigade_isUkrainian() {
    assertThat(sides("Un mitragliere della 58esima brigata ha detto che il bosco è perduto."))
        .containsExactly(Side.UKRAINE);
  }

  @Test
  void westernOfficials_withoutName_areOfTheServices() {
    assertThat(sides("Funzionari occidentali stimano che le scorte finiranno entro marzo."))
        .containsExactly(Side.WESTERN_INTELLIGENCE);
  }

  @Test
  void ministry_withoutCountry_hasThatOfTheCapitalNamed() {
    assertThat(sides("A Varsavia il ministero degli Esteri ha dichiarato che l'episodio è grave."))
        .containsExactly(Side.WEST);
    assertThat(sides("Da Minsk il ministero della Difesa ha detto che le manovre proseguono."))
        .containsExactly(Side.KREMLIN);
  }
}
