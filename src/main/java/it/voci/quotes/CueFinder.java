package it.voci.quotes;

import static it.voci.quotes.Grammar.words;

import it.voci.actors.Mention;
import it.voci.quotes.Cue.Kind;
import it.voci.quotes.SpeechVerbs.Complement;
import it.voci.quotes.SpeechVerbs.Verb;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the words of saying of a sentence. */
final class CueFinder {
  /** Before a form that is a noun too: then it is the noun. */
  private static final Set<String> NOMINAL =
      words(
          "la l' una un' un il di della dell' d' del sua suo loro questa quella ogni alla nella"
              + " sulla senza con in per le i gli delle dei a al all' dalla dall' dal nessuna"
              + " nessun quest' altra altro prima ultima nuova stessa alcuna");

  private static final Set<String> TOLD =
      words("sapere notare presente intendere capire trapelare osservare");
  private static final Set<String> NOT_SOURCES =
      words(
          "semestre posto tempo grande piano turno mandato round anno giorno me momento trimestre"
              + " livello conflitto mondiale dopoguerra fine figlio caso mese incontro legge codice"
              + " regole norme procedura tradizione protocollo calendario programma distanza");
  private static final Set<String> ORDINAL_BEFORE = words("il un del al nel dal lo col sul ogni");
  private static final Set<String> JUDGEMENT =
      words("detta giudizio parere avviso dire sentire opinione");
  private static final Set<String> OPINION =
      words(
          "convinto convinta convinti convinte certo certa certi sicuro sicura sicuri preoccupato"
              + " preoccupata preoccupati fiducioso fiduciosa contrario contraria favorevole favorevoli"
              + " scettico scettica avviso idea parere opinione persuaso persuasa d'accordo");

  private static final Set<String> COPULA =
      words(
          "e e' era resta rimane sono dice detto detta detti dicono dichiara diceva mostra"
              + " dichiarato");
  private static final Set<String> NOUNS =
      words(
          "valutazione sintesi concetto tesi commento accusa convinzione messaggio spiegazione"
              + " risposta replica ragionamento ricostruzione previsione stima avvertimento monito"
              + " denuncia sfogo giudizio opinione conclusione formula parola affondo allarme"
              + " ammissione promessa minaccia rassicurazione versione");
  private static final Set<String> NOUN_DETERMINERS =
      words("la il l' lo sua suo loro questa questo questo");
  private static final Set<String> IMPERSONAL =
      words(
          "legge apprende osserva aggiunge precisa sottolinea spiega sostiene afferma ricorda"
              + " registra nota evidenzia rileva conclude");
  private static final Set<Complement> CLAUSE =
      Set.copyOf(EnumSet.of(Complement.CHE, Complement.DI, Complement.NOME));

  /** Verbs that are of saying only with these words after them. */
  private static final Map<String, List<String>> IDIOMS =
      Map.of(
          "fare",
          List.copyOf(TOLD),
          "mettere",
          List.of("in guardia", "in chiaro"),
          "tagliare",
          List.of("corto"),
          "prendere",
          List.of("atto"),
          "lasciare",
          List.of("intendere", "capire", "trapelare"),
          "rendere",
          List.of("noto"),
          "dare",
          List.of("per certo", "per scontato", "per accertato", "notizia"));

  private static final Set<String> ASKING =
      words(
          "domandare augurare sfogare giustificare infuriare indignare schermire lamentare"
              + " stupire rallegrare rammaricare inalberare vantare schernire limitare interrogare");
  private static final int FAR_AUXILIARY = 6;

  private final SpeechVerbs verbs;
  private final SpeakerNouns nouns;

  CueFinder(SpeechVerbs verbs, SpeakerNouns nouns) {
    this.verbs = verbs;
    this.nouns = nouns;
  }

  /** The cues in {@code [start, end)}, in order, without overlaps. */
  List<Cue> find(ParagraphText p, int start, int end) {
    List<Cue> cues = new ArrayList<>();
    for (int i = start; i < end; i++) {
      if (p.inQuote(i) || !p.isWord(i) || p.inMention(i)) {
        continue;
      }
      Optional<Cue> found = at(p, i, start, end);
      if (found.isPresent()) {
        Cue cue = found.get();
        int after = cues.isEmpty() ? start : cues.get(cues.size() - 1).end();
        if (cue.start() >= after || (i >= after && cue.end() > i)) {
          cues.add(cue.from(Math.max(cue.start(), after)));
          i = cue.end() - 1;
        }
      }
    }
    return cues;
  }

  private Optional<Cue> at(ParagraphText p, int i, int start, int end) {
    Optional<Cue> cue = source(p, i, start, end);
    if (cue.isEmpty() && OPINION.contains(p.word(i))) {
      cue = opinion(p, i, start, end);
    }
    if (cue.isEmpty() && NOUNS.contains(p.word(i))) {
      cue = noun(p, i, start, end);
    }
    if (cue.isEmpty() && p.is(i + 1, "che") && isThesis(p, i, start)) {
      cue = Optional.of(new Cue(i, i + 1, Kind.VERB, "dire", EnumSet.of(Complement.CHE), false));
    }
    return cue.isEmpty() ? verb(p, i, start, end) : cue;
  }

  private Optional<Cue> source(ParagraphText p, int i, int start, int end) {
    if (i + 1 >= end) {
      return Optional.empty();
    }
    String word = p.word(i);
    String next = p.word(i + 1);
    if (word.equals("secondo")) {
      boolean ordinal =
          NOT_SOURCES.contains(next)
              || (i > start && p.isAny(i - 1, ORDINAL_BEFORE))
              || (i + 2 < end
                  && p.isAny(i + 1, Grammar.ARTICLES)
                  && NOT_SOURCES.contains(p.word(i + 2)));
      return ordinal ? Optional.empty() : sourceCue(i, i + 1);
    }
    if (word.equals("stando") && (Grammar.TO.contains(next) || next.equals("quanto"))) {
      return sourceCue(i, next.equals("quanto") ? i + 1 : i + 2);
    }
    if (word.equals("quanto") && i > start && p.is(i - 1, "a") && !p.isAny(i + 1, Grammar.TO)) {
      return sourceCue(i - 1, i);
    }
    if (i > start && p.isAny(i, Grammar.SPEECH) && (isIn(p, i - 1) || isIn(p, i - 2))) {
      if (isIn(p, i - 2) && p.isAny(i - 1, POSSESSIVE)) {
        return sourceCue(i - 2, i + 1);
      }
    }
    boolean apart = i - 1 == start || (i - 1 > start && p.isPunctuation(i - 2));
    if (i > start && apart && p.isAny(i, VIEWS) && isIn(p, i - 1) && Grammar.OF.contains(next)) {
      return sourceCue(i - 1, i + 2);
    }
    if (word.equals("sentire") && i > start && p.is(i - 1, "a")) {
      return sourceCue(i - 1, i + 1);
    }
    if (isPassive(p, i, start) && Grammar.FROM.contains(next)) {
      return sourceCue(i, i + 2);
    }
    if (JUDGEMENT.contains(word) && i > start) {
      boolean possessive = p.is(i - 1, "suo") || p.is(i - 1, "loro") || p.is(i - 1, "sua");
      if ((p.is(i - 1, "a") || p.is(i - 1, "ad")) && Grammar.OF.contains(next)) {
        return sourceCue(i - 1, i + 2);
      }
      if (possessive && i > start + 1 && (p.is(i - 2, "a") || p.is(i - 2, "ad"))) {
        return sourceCue(i - 2, i + 1);
      }
    }
    return word.equals("per") ? viewOf(p, i, start, end) : Optional.empty();
  }

  private static final List<String> ESTIMATED =
      List.of(
          "stimat",
          "valutat",
          "calcolat",
          "quantificat",
          "definit",
          "giudicat",
          "considerat",
          "ritenut",
          "descritt");
  private static final Set<String> PASSIVE =
      words("e e' sono era erano viene vengono veniva venivano stato stata stati state");

  /** "I danni sono stimati da …" */
  private static boolean isPassive(ParagraphText p, int i, int start) {
    String word = p.word(i);
    return i > start
        && p.isAny(i - 1, PASSIVE)
        && !word.isEmpty()
        && ESTIMATED.contains(word.substring(0, word.length() - 1));
  }

  /** "Per il ministro, …": who thinks so, rather than whom it is for. */
  private Optional<Cue> viewOf(ParagraphText p, int i, int start, int end) {
    if (p.isAny(i + 1, RELATIVE)
        || (p.isAny(i + 1, Grammar.ARTICLES) && p.isAny(i + 2, RELATIVE))) {
      return i > start + 1 && p.is(i - 1, ",") && isSomebody(p, i - 2)
          ? sourceCue(i, i + 1)
          : Optional.empty();
    }
    boolean opens =
        i == start
            || p.isPunctuation(i - 1)
            || p.is(i - 1, "che")
            || p.is(i - 1, "infatti")
            || p.is(i - 1, "mentre")
            || p.is(i - 1, "ma");
    if (p.isAny(i + 1, PRONOUN)) {
      boolean alone =
          i + 2 < end && i == start && !p.isAny(i + 2, Grammar.BE) && !p.isAny(i + 2, Grammar.HAVE);
      return alone ? sourceCue(i, i + 1) : Optional.empty();
    }
    int at = i + 1;
    while (at < end
        && at < i + 4
        && !p.inMention(at)
        && (p.isAny(at, Grammar.DETERMINERS) || p.isAny(at, Grammar.BEFORE_NOUN))) {
      at++;
    }
    if (at >= end) {
      return Optional.empty();
    }
    boolean begins = i == start || p.isMark(i - 1, ":;") || p.is(i - 1, "mentre");
    if (!p.startsMention(at)) {
      boolean name = at == i + 1 && p.isCapital(at) && at + 1 < end && p.isCapital(at + 1);
      return begins && (name || (at > i + 1 && isJudge(p.word(at))))
          ? sourceCue(i, i + 1)
          : Optional.empty();
    }
    Mention mention = p.mention(at);
    boolean comma = p.is(mention.end(), ",");
    boolean inside = i > start && !opens && (p.is(mention.end(), "e'") || p.is(mention.end(), "e"));
    boolean country = mention.kind() == Mention.Kind.PLACE && at > i + 1 && p.is(i + 1, "l'");
    return (opens
                || (inside && p.written(mention.end()).length() > 1)
                || (inside && p.written(mention.end()).equals("è")))
            && (comma || begins || inside || p.isPunctuation(i - 1))
            && !country
        ? sourceCue(i, i + 1)
        : Optional.empty();
  }

  private static final Set<String> RELATIVE = words("quale quali cui");

  /** True for the last word of a name or of an office. */
  private boolean isSomebody(ParagraphText p, int at) {
    return p.isCapital(at) || nouns.lookup(p.word(at)).isPresent();
  }

  private static final Set<String> JUDGES =
      words(
          "istituto missione agenzia organizzazione associazione ministero ong sindacato"
              + " sindacati rappresentanza dicastero");

  /** Nouns of people whose view one gives, rather than of those whom something concerns. */
  private boolean isJudge(String word) {
    return JUDGES.contains(word)
        || nouns
            .lookup(word)
            .filter(
                n ->
                    n.kind() == SpeakerNouns.Kind.EXPERT
                        || (!n.isPlural()
                            && (n.kind() == SpeakerNouns.Kind.OFFICIAL
                                || n.kind() == SpeakerNouns.Kind.CIVIL)))
            .isPresent();
  }

  /** "La tesi di X è che …" */
  private static boolean isThesis(ParagraphText p, int is, int start) {
    String text = p.written(is);
    if (!text.equals("è") && !text.equals("e'") && !text.equals("era")) {
      return false;
    }
    for (int i = is - 2; i >= Math.max(start, is - 9); i--) {
      if (p.isPunctuation(i)) {
        return false;
      }
      if (p.isAny(i, Grammar.SPEECH)) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> POSSESSIVE = words("suo sua sue suoi loro");

  /** What somebody holds, after "in": "nei calcoli di". */
  private static final Set<String> VIEWS =
      words(
          "parole calcoli calcolo stime stima valutazione valutazioni ricostruzione lettura visione"
              + " opinione previsioni versione ragionamento interpretazione");

  /** "nelle sue parole", "nelle parole di" */
  private static boolean isIn(ParagraphText p, int at) {
    return p.is(at, "nelle") || p.is(at, "nella") || p.is(at, "nel") || p.is(at, "nei");
  }

  private static final Set<String> PRONOUN = words("lui lei loro");

  private static Optional<Cue> sourceCue(int start, int end) {
    return Optional.of(new Cue(start, end, Kind.SOURCE, "", Set.of(), false));
  }

  /** "è convinto che", "si è detta certa", "resta dell'avviso che". */
  private static Optional<Cue> opinion(ParagraphText p, int i, int start, int end) {
    boolean clause = false;
    for (int k = i + 1; k < Math.min(end, i + 3); k++) {
      clause |= p.is(k, "che") || p.is(k, "di") || p.is(k, "a");
    }
    for (int k = i - 1; clause && k >= Math.max(start, i - 4); k--) {
      if (COPULA.contains(p.word(k))) {
        int first = k;
        while (first > start
            && (p.is(first - 1, "si") || p.isAny(first - 1, Grammar.BE))
            && !p.inMention(first - 1)) {
          first--;
        }
        boolean plural = p.is(k, "sono") || p.is(k, "dicono") || p.is(k, "detti");
        return Optional.of(
            new Cue(
                first,
                i + 1,
                Kind.VERB,
                "credere",
                EnumSet.of(Complement.CHE, Complement.DI, Complement.A),
                plural));
      }
    }
    return Optional.empty();
  }

  /** ", è la valutazione," and ", il commento di X": a tag. */
  private static Optional<Cue> noun(ParagraphText p, int i, int start, int end) {
    int first = i;
    while (first > start && p.isAny(first - 1, NOUN_DETERMINERS)) {
      first--;
    }
    if (first == i && !p.is(i, "parola")) {
      return Optional.empty();
    }
    if (first > start && p.isAny(first - 1, Grammar.BE)) {
      first--;
    }
    boolean apart = first > start && (p.is(first - 1, ",") || p.isQuote(first - 1));
    boolean closed = i + 1 >= end || p.isPunctuation(i + 1) || Grammar.OF.contains(p.word(i + 1));
    return apart && closed
        ? Optional.of(new Cue(first, i + 1, Kind.NOUN, "dire", EnumSet.of(Complement.CITA), false))
        : Optional.empty();
  }

  private Optional<Cue> verb(ParagraphText p, int i, int start, int end) {
    Optional<Verb> found = verbs.lookup(p.word(i));
    if (found.isEmpty() || (p.isCapital(i) && i > start && !p.isPunctuation(i - 1))) {
      return Optional.empty();
    }
    Verb verb = found.get();
    if (verb.infinitive().equals("contare") && p.isAny(i + 1, UNCOUNTED)) {
      return Optional.empty();
    }
    if (verb.infinitive().equals("respingere") && !isAccusation(p, i + 1)) {
      verb = new Verb(verb.infinitive(), verb.form(), QUOTED, verb.isNoun());
    }
    return switch (verb.form()) {
      case FINITE -> finite(p, i, start, end, verb);
      case PARTICIPLE -> compound(p, i, start, end, verb);
      case INFINITIVE -> infinitive(p, i, start, end, verb);
      case GERUND ->
          isProgressive(p, i, start) && !IDIOMS.containsKey(verb.infinitive())
              ? Optional.of(
                  new Cue(
                      i - 1,
                      i + 1,
                      Kind.VERB,
                      verb.infinitive(),
                      verb.complements(),
                      p.word(i - 1).endsWith("no")))
              : verb.complements().contains(Complement.CHE)
                      || (verb.complements().contains(Complement.DI)
                          && !verb.infinitive().equals("parlare"))
                      || verb.complements().contains(Complement.A)
                      || SAYING.contains(verb.infinitive())
                  ? Optional.of(
                      new Cue(i, i + 1, Kind.GERUND, verb.infinitive(), verb.complements(), false))
                  : Optional.empty();
    };
  }

  private static final Set<Complement> QUOTED = Set.of(Complement.CITA);

  /** "respinge ogni addebito", "le accuse": words, where other things are repelled by acts. */
  private static boolean isAccusation(ParagraphText p, int at) {
    return p.is(at, "ogni") || (p.isAny(at, Grammar.ARTICLES) && p.isAny(at + 1, ACCUSATIONS));
  }

  private static final Set<String> ACCUSATIONS =
      words(
          "accusa accuse addebito addebiti critica critiche tesi idea ipotesi sospetti illazioni"
              + " versione ricostruzione richiesta offerta proposta");

  /** After "conta": no figures that somebody gives. */
  private static final Set<String> UNCOUNTED =
      words("i gli le il lo la l' su sul sulla sull' sulle sui sugli chi che poco molto circa");

  /** What says something even with a mere noun as its object: "definendolo un errore". */
  private static final Set<String> SAYING =
      words(
          "definire giudicare bollare descrivere lamentare denunciare minacciare smentire annunciare"
              + " promettere condannare");

  private static final Set<String> GOING =
      words("sta stanno stava stavano va vanno andava andavano");

  /** "sta dicendo", "va ripetendo" */
  private static boolean isProgressive(ParagraphText p, int i, int start) {
    return i > start && p.isAny(i - 1, GOING);
  }

  private static final Set<String> BEFORE_INFINITIVE = words("a ad per nel dopo");

  private static final Set<String> WISHING = words("vuole vogliono voluto volle potuto dovuto");

  /** "è tornato a ripetere che …", "prima di spiegare che …": said where a clause follows. */
  private static Optional<Cue> infinitive(ParagraphText p, int i, int start, int end, Verb verb) {
    int before = p.is(i - 1, "poi") ? i - 2 : i - 1;
    boolean wishes = p.isAny(before, WISHING) && !verb.infinitive().equals("dire");
    if (i + 1 >= end
        || before < start
        || (!p.isAny(before, BEFORE_INFINITIVE) && !wishes)
        || !verb.complements().contains(Complement.CHE)
        || IDIOMS.containsKey(verb.infinitive())) {
      return Optional.empty();
    }
    int at = i + 1;
    while (at < Math.min(end, i + 5)
        && (p.isAny(at, Grammar.ADVERBS) || p.isAny(at, Grammar.TIME))) {
      at++;
    }
    boolean clause = p.is(at, "che") || (at == i + 1 && (p.isMark(at, ":") || p.isQuote(at)));
    return clause
        ? Optional.of(
            new Cue(before, i + 1, Kind.VERB, verb.infinitive(), verb.complements(), false))
        : Optional.empty();
  }

  private Optional<Cue> finite(ParagraphText p, int i, int start, int end, Verb verb) {
    if ((verb.isNoun() && i > start && NOMINAL.contains(p.word(i - 1)))
        || isFirstPerson(p, i, verb)) {
      return Optional.empty();
    }
    boolean impersonal = i > start && p.is(i - 1, "si");
    String form = p.word(i);
    int impersonalEnd = impersonal ? phraseEnd(p, i, verb) : -1;
    boolean somewhere = p.isAny(start, WHERE) && impersonalEnd > 0 && p.is(impersonalEnd, "che");
    if (impersonal && (p.isAny(start, Grammar.FROM) || somewhere)) {
      int last = impersonalEnd;
      return last < 0 || !p.is(last, "che")
          ? Optional.empty()
          : Optional.of(new Cue(i - 1, last, Kind.IMPERSONAL, verb.infinitive(), CLAUSE, false));
    }
    if (impersonal && IMPERSONAL.contains(form) && !(i - 1 == start && form.equals("aggiunge"))) {
      int first = i - 1;
      while (first > start && (p.is(first - 1, "vi") || p.is(first - 1, "ci"))) {
        first--;
      }
      return Optional.of(
          new Cue(first, i + 1, Kind.IMPERSONAL, verb.infinitive(), verb.complements(), false));
    }
    if (impersonal && declares(p, i + 1, end, verb)) {
      return Optional.of(new Cue(i - 1, i + 1, Kind.VERB, "dire", DECLARES, form.endsWith("no")));
    }
    if (verb.infinitive().equals("leggere")
        || (verb.infinitive().equals("parlare")
            && (impersonal || p.is(i - 1, "non") || !speaksOf(p, i, end)))
        || (impersonal && !ASKING.contains(verb.infinitive()))
        || (!impersonal && ALWAYS_REFLEXIVE.contains(verb.infinitive()))) {
      return Optional.empty();
    }
    if (verb.infinitive().equals("fare") && !p.isAny(i + 1, TOLD)) {
      return tagOfFare(p, i, start, end);
    }
    int last = phraseEnd(p, i, verb);
    if (last < 0 || goesOnDoing(p, last, verb)) {
      return Optional.empty();
    }
    Set<Complement> complements =
        IDIOMS.containsKey(verb.infinitive()) ? CLAUSE : verb.complements();
    int first = i;
    while (first > start && isClitic(p, first - 1)) {
      first--;
    }
    if (isImpersonal(p, first, i, verb)) {
      return Optional.empty();
    }
    if (!verb.infinitive().equals("escludere") && isDenied(p, first, last, end, complements)) {
      return Optional.empty();
    }
    return Optional.of(
        new Cue(first, last, Kind.VERB, verb.infinitive(), complements, form.endsWith("no")));
  }

  /** Before where, or in what, something is said. */
  private static final Set<String> WHERE =
      words("a ad al alla all' in nel nello nella nell' nelle");

  private static final Set<Complement> DECLARES = Set.of(Complement.NOME);

  /** "si è detto pronto a …", "si dice molto preoccupato per …": what one says that one is. */
  private static boolean declares(ParagraphText p, int at, int end, Verb verb) {
    return verb.infinitive().equals("dire")
        && at < end
        && p.isWord(at)
        && !p.is(at, "che")
        && !p.is(at + 1, "che")
        && !p.isAny(at, Grammar.OF);
  }

  /** lancio, ricordo: the first person, or a noun; "lanciò" has its accent. */
  private static boolean isFirstPerson(ParagraphText p, int i, Verb verb) {
    String text = p.written(i);
    return verb.infinitive().endsWith("are")
        && text.endsWith("o")
        && text.length() < verb.infinitive().length()
        && !text.endsWith("ano");
  }

  /** Past a verb and what makes it one of saying: "prende atto"; -1 where that is missing. */
  private static int phraseEnd(ParagraphText p, int i, Verb verb) {
    List<String> idioms = IDIOMS.get(verb.infinitive());
    if (idioms == null) {
      return i + 1;
    }
    for (String idiom : idioms) {
      int blank = idiom.indexOf(' ');
      String first = blank < 0 ? idiom : idiom.substring(0, blank);
      if (p.is(i + 1, first) && (blank < 0 || p.is(i + 2, idiom.substring(blank + 1)))) {
        return i + (blank < 0 ? 2 : 3);
      }
    }
    return -1;
  }

  /** "continua a produrre": no more than an act. */
  private static boolean goesOnDoing(ParagraphText p, int at, Verb verb) {
    return p.is(at, "a")
        && (verb.infinitive().equals("continuare") || verb.infinitive().equals("proseguire"));
  }

  /** “…”, fa X. */
  private static Optional<Cue> tagOfFare(ParagraphText p, int i, int start, int end) {
    boolean tag =
        p.is(i, "fa")
            && i > start + 1
            && p.is(i - 1, ",")
            && p.isQuote(i - 2)
            && i + 1 < end
            && p.isCapital(i + 1);
    return tag
        ? Optional.of(new Cue(i, i + 1, Kind.VERB, "fare", EnumSet.of(Complement.CITA), false))
        : Optional.empty();
  }

  /** "Nulla indica che", "gli conviene che", "il che suggerisce che": nobody says so. */
  private static boolean isImpersonal(ParagraphText p, int first, int i, Verb verb) {
    return p.isAny(first - 1, NOBODY)
        || (p.is(first - 1, "che") && p.is(first - 2, "il"))
        || (verb.infinitive().equals("convenire") && p.isAny(i - 1, Grammar.CLITICS))
        || (p.is(i, "nota") && p.is(i + 1, "come"))
        || (verb.infinitive().equals("chiedere") && isAnonymous(p, i + 1));
  }

  /** "che chiede di restare anonimo", "di non essere nominato" */
  private static boolean isAnonymous(ParagraphText p, int of) {
    return p.is(of, "di")
        && (p.is(of + 2, "anonimo")
            || p.is(of + 2, "anonima")
            || (p.is(of + 1, "non")
                && (p.is(of + 2, "essere")
                    || p.is(of + 2, "indicare")
                    || p.is(of + 2, "nominare")
                    || p.is(of + 2, "citare"))));
  }

  private static final Set<String> NOBODY = words("nulla niente nessuno");

  /** "non ha respinto nessuno": an act left undone. */
  private static boolean isDenied(
      ParagraphText p, int first, int last, int end, Set<Complement> complements) {
    if (!p.is(first, "non") || !complements.contains(Complement.NOME)) {
      return false;
    }
    for (int i = last; i < Math.min(end, last + 3); i++) {
      if (p.is(i, "che")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClitic(ParagraphText p, int at) {
    return !p.inMention(at)
        && !p.inQuote(at)
        && (Grammar.CLITICS.contains(p.word(at)) || p.is(at, "non"));
  }

  private static boolean speaksOf(ParagraphText p, int i, int end) {
    for (int k = i + 1; k < Math.min(end, i + 6); k++) {
      if (Grammar.OF.contains(p.word(k))) {
        return true;
      }
      if (!Grammar.ADVERBS.contains(p.word(k))
          && !Grammar.TIME.contains(p.word(k))
          && !p.isAny(k, Grammar.ARTICLES)
          && p.isWord(k)) {
        return false;
      }
    }
    return false;
  }

  private Optional<Cue> compound(ParagraphText p, int i, int start, int end, Verb verb) {
    int at = i - 1;
    while (at > start && at > i - FAR_AUXILIARY && Grammar.ADVERBS.contains(p.word(at))) {
      at--;
    }
    if (at < start || p.inQuote(at)) {
      return Optional.empty();
    }
    if (p.is(at, "e") && !p.is(at - 1, "si")) {
      return coordinated(p, i, at, start, verb);
    }
    boolean said = Grammar.HAVE.contains(p.word(at)) && !p.is(at, "ho");
    boolean reflexive = at > start && Grammar.BE.contains(p.word(at)) && p.is(at - 1, "si");
    if (!said && !(reflexive && isReflexive(p, i, verb.infinitive()))) {
      return Optional.empty();
    }
    boolean plural = p.word(at).endsWith("no") || p.is(at, "avrebbero");
    int first = at;
    while (first > start && isClitic(p, first - 1)) {
      first--;
    }
    if (verb.infinitive().equals("leggere")
        || (verb.infinitive().equals("parlare") && !speaksOf(p, i, end))) {
      return Optional.empty();
    }
    int last = phraseEnd(p, i, verb);
    if (last < 0 || goesOnDoing(p, last, verb) || isImpersonal(p, first, i, verb)) {
      return Optional.empty();
    }
    boolean holds = reflexive && p.isAny(last, OPINION) && p.is(last + 1, "che");
    if (holds) {
      last++;
    }
    boolean declares = reflexive && !holds && declares(p, last, end, verb);
    Set<Complement> complements =
        declares ? DECLARES : IDIOMS.containsKey(verb.infinitive()) ? CLAUSE : verb.complements();
    return !verb.infinitive().equals("escludere") && isDenied(p, first, last, end, complements)
        ? Optional.empty()
        : Optional.of(new Cue(first, last, Kind.VERB, verb.infinitive(), complements, plural));
  }

  /**
   * "ha convocato l'ambasciatore e chiesto le scuse": a participle, from its auxiliary on, so that
   * the subject is found before that.
   */
  private static Optional<Cue> coordinated(ParagraphText p, int i, int and, int start, Verb verb) {
    boolean says =
        verb.complements().contains(Complement.CHE) || verb.complements().contains(Complement.NOME);
    if (!says || !p.word(i).endsWith("o") || IDIOMS.containsKey(verb.infinitive())) {
      return Optional.empty();
    }
    for (int k = and - 1; k > Math.max(start, and - FAR_COORDINATED); k--) {
      if (p.isMark(k, ";:.")) {
        return Optional.empty();
      }
      if (Grammar.HAVE.contains(p.word(k)) && !p.inQuote(k)) {
        return p.is(k, "ho") || !isParticiple(p.word(k + 1))
            ? Optional.empty()
            : Optional.of(
                new Cue(
                    k,
                    i + 1,
                    Kind.VERB,
                    verb.infinitive(),
                    verb.complements(),
                    p.word(k).endsWith("no")));
      }
    }
    return Optional.empty();
  }

  private static boolean isParticiple(String word) {
    return word.endsWith("to") || word.endsWith("so") || word.endsWith("sto");
  }

  private static final int FAR_COORDINATED = 24;

  /** si è detto, si è chiesto, si è lamentato: said all the same. */
  private static boolean isReflexive(ParagraphText p, int i, String infinitive) {
    boolean asks = infinitive.equals("chiedere");
    return REFLEXIVE.contains(infinitive)
        && (!asks || p.is(i + 1, "se") || p.is(i + 1, "perche") || p.isMark(i + 1, ",:"));
  }

  /** Of saying only with "si": "si sfoga". */
  private static final Set<String> ALWAYS_REFLEXIVE =
      words(
          "sfogare giustificare infuriare indignare schermire stupire rallegrare rammaricare"
              + " inalberare");

  private static final Set<String> REFLEXIVE =
      words(
          "dire chiedere domandare lamentare augurare impegnare interrogare vantare limitare sfogare"
              + " difendere giustificare infuriare indignare schermire stupire rallegrare rammaricare"
              + " inalberare spingere affrettare");
}
