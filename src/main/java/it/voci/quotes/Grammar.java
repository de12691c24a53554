package it.voci.quotes;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Closed classes of Italian words, folded: lower case, without accents. */
final class Grammar {
  static final Set<String> OF = words("di del dello della dell' dei degli delle d'");
  static final Set<String> FROM = words("da dal dallo dalla dall' dai dagli dalle");
  static final Set<String> TO = words("a ad al allo alla all' ai agli alle");
  static final Set<String> PREPOSITIONS =
      words(
          "a ad al allo alla all' ai agli alle in nel nello nella nell' nei negli nelle su sul sullo"
              + " sulla sull' sui sugli sulle con col per tra fra verso presso contro senza durante"
              + " dopo prima oltre tramite attraverso nonostante davanti insieme sotto sopra dietro"
              + " accanto rispetto come per secondo entro lungo dentro fuori mediante");

  /** Adverbs that are prepositions only with another after them: "prima di". */
  static final Set<String> NEVER_ALONE =
      words("prima oltre insieme davanti accanto rispetto fuori dentro");

  static final Set<String> ARTICULATED =
      words(
          "del dello della dell' dei degli delle dal dallo dalla dall' dai dagli dalle al allo alla"
              + " all' ai agli alle nel nello nella nell' nei negli nelle sul sullo sulla sull' sui"
              + " sugli sulle col");
  static final Set<String> PLURAL_ARTICULATED =
      words("dei degli delle dai dagli dalle ai agli alle nei negli nelle sui sugli sulle");
  static final Set<String> ARTICLES = words("il lo la l' i gli le un uno una un'");
  static final Set<String> DEFINITE =
      words(
          "il lo la l' i gli le questo questa quest' quel quello quella quell' questi queste quei"
              + " quegli quelle");
  static final Set<String> PLURAL_DETERMINERS =
      words(
          "i gli le questi queste quei quegli quelle alcuni alcune molti molte diversi diverse vari"
              + " varie parecchi tanti tante due tre quattro cinque sei sette otto nove dieci dodici"
              + " venti trenta decine centinaia migliaia numerosi numerose entrambi entrambe tutti"
              + " tutte suoi sue miei nostri altri altre certi certe");
  static final Set<String> DETERMINERS =
      words(
          "il lo la l' i gli le un uno una un' questo questa quest' quel quello quella quell' questi"
              + " queste quei quegli quelle alcuni alcune molti molte diversi diverse vari varie"
              + " parecchi due tre quattro cinque sei sette otto nove dieci dodici venti trenta"
              + " numerosi numerose entrambi entrambe tutti tutte suo sua suoi sue loro nostro nostra"
              + " nostri nostre stesso stessa stessi stesse altro altra altri altre certo certi certe"
              + " qualche ogni ciascun ciascuna nessun nessuna");

  /** Adjectives before a noun. */
  static final Set<String> BEFORE_NOUN =
      words(
          "ex neo neonato sedicente allora vice alto alti alta alte giovane giovani anziano anziana vecchio vecchia"
              + " nuovo nuova nuovi primo prima principale principali gia famoso piccolo"
              + " grande potente influente massimo massima anonimo anonima solito soliti cosiddetti"
              + " cosiddetto presunto");

  static final Set<String> CLITICS = words("lo l' la li le gli si ne ci vi mi");
  static final Set<String> HAVE =
      words("ha hanno aveva avevano avrebbe avrebbero abbia abbiano avra avranno ebbe ebbero ho");
  static final Set<String> BE = words("e e' era sono erano sara saranno sarebbe sarebbero fu");

  /** What may stand between a verb and its subject or object without being either. */
  static final Set<String> ADVERBS =
      words(
          "ieri oggi poi anche inoltre quindi invece pero ancora subito infine gia non cosi intanto"
              + " allora sempre infatti dunque stamani stamattina stasera ora adesso pure piu dopo"
              + " prima altresi apertamente tuttavia successivamente recentemente appena spesso mai"
              + " ripetutamente pubblicamente chiaramente nuovamente semplicemente persino perfino"
              + " soltanto solo stavolta ufficialmente esplicitamente espressamente stanotte domani"
              + " comunque peraltro nel in frattempo piuttosto almeno dal canto suo a sua volta parte"
              + " sua ormai quasi volentieri finora insomma addirittura oltretutto");

  /** Words of time and place after a verb: mercoledì sera, nella mattinata, al termine. */
  static final Set<String> TIME =
      words(
          "lunedi martedi mercoledi giovedi venerdi sabato domenica sera mattina notte pomeriggio"
              + " mattinata serata giornata scorso scorsa scorsi gennaio febbraio marzo aprile maggio"
              + " giugno luglio agosto settembre ottobre novembre dicembre mezzogiorno mezzanotte ore"
              + " giorno giorni settimana settimane mese mesi anno anni scorse tardi fa");

  /** Nouns for what somebody says: "il ricordo di X" is about X. */
  static final Set<String> SPEECH =
      words(
          "ricordo giudizio parole lettura racconto commento tesi tono risposta accento analisi"
              + " valutazione replica opinione versione posizione ricostruzione previsione voce testimonianza reazione idea parere"
              + " spiegazione intervento messaggio stima accusa convinzione denuncia appello discorso"
              + " richiesta proposta conclusione avvertimento monito obiezione promessa minaccia"
              + " impegno annuncio giustificazione argomento calcolo previsioni stime risposte"
              + " condizione");

  static final Set<String> PRONOUNS =
      words("lui lei egli ella loro quest'ultimo quest'ultima costui costoro quello");
  static final Set<String> RELATIVE = words("che il quale la quale i quali le quali cui dove");

  private Grammar() {}

  /** A conditional of report: "avrebbero colpito". */
  static boolean isConditional(String word) {
    return word.length() > 6
        && (word.endsWith("rebbe") || word.endsWith("rebbero"))
        && !word.endsWith("crebbe")
        && !word.endsWith("crebbero");
  }

  static Set<String> words(String blankSeparated) {
    return Collections.unmodifiableSet(
        new HashSet<>(
            Arrays.asList(blankSeparated.split(" ", -1)))); // its look-up is the faster one
  }
}
