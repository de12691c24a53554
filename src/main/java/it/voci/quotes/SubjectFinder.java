package it.voci.quotes;

import static it.voci.quotes.Grammar.words;

import it.voci.actors.Side;
import it.voci.quotes.Cue.Kind;
import it.voci.quotes.NounPhrase.Relation;
import it.voci.quotes.ParagraphText.Unit;
import it.voci.quotes.SpeechVerbs.Complement;
import it.voci.text.TextNormaliser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds whom the words of saying of one sentence belong to. Used once. */
final class SubjectFinder {
  /** Verbs that take a person for their object: what follows them is not who says so. */
  private static final Set<String> OF_PERSONS =
      words(
          "accusare invitare esortare avvertire avvisare informare criticare elogiare lodare"
              + " ringraziare attaccare definire citare condannare respingere salutare invocare bollare"
              + " giudicare considerare paragonare presentare liquidare rimproverare interrogare"
              + " denunciare escludere chiedere attribuire vedere indicare stimare contare calcolare");

  private static final int FAR = 60;

  private final ParagraphText p;
  private final Unit unit;
  private final List<NounPhrase> phrases;
  private final Map<NounPhrase, Speaker> speakers;
  private final Conversation conversation;
  private final Map<Integer, NounPhrase> byEnd = new HashMap<>();

  /**
   * @param phrases of the sentence
   * @param speakers who they are
   */
  SubjectFinder(
      ParagraphText p,
      Unit unit,
      List<NounPhrase> phrases,
      Map<NounPhrase, Speaker> speakers,
      Conversation conversation) {
    this.p = p;
    this.unit = unit;
    this.phrases = phrases;
    this.speakers = speakers;
    this.conversation = conversation;
    phrases.forEach(phrase -> byEnd.put(phrase.end(), phrase));
  }

  private Subject named(NounPhrase phrase) {
    return new Subject(speakers.get(phrase), phrase.start(), phrase.end());
  }

  /** A subject of a plural verb with whoever is joined to it: "Francia e Regno Unito". */
  private Subject joined(NounPhrase phrase, Cue cue) {
    NounPhrase other = p.is(phrase.outer() - 1, "e") ? byEnd.get(phrase.outer() - 1) : null;
    if (!cue.isPlural() || phrase.isPlural() || other == null || !other.isFree()) {
      return named(phrase);
    }
    Speaker first = speakers.get(other);
    Speaker second = speakers.get(phrase);
    if (!first.isKnown() || first.name().equals(second.name())) {
      return named(phrase);
    }
    String written = p.source(other.start(), phrase.end());
    Speaker both =
        new Speaker(
            first.name() + " e " + second.name(),
            first.side(),
            first.office() + " " + second.office(),
            Optional.of(written));
    conversation.group(both);
    return new Subject(both, other.start(), phrase.end());
  }

  /**
   * @param cues of the sentence before this one
   * @param subjects theirs
   */
  Subject find(Cue cue, List<Cue> cues, List<Subject> subjects) {
    return switch (cue.kind()) {
      case SOURCE -> source(cue, cues, subjects);
      case GERUND -> gerund(cue, subjects);
      case NOUN -> noun(cue, cues, subjects);
      case IMPERSONAL -> impersonal(cue, cues, subjects);
      case VERB -> verb(cue, cues, subjects);
    };
  }

  // --- sources

  private Subject source(Cue cue, List<Cue> cues, List<Subject> subjects) {
    int at = cue.end();
    if (p.is(at, "quanto")) {
      return reporter(at);
    }
    int which = p.isAny(at, ARTICLE) && p.is(at + 1, "quale") ? at + 1 : at;
    if (p.is(which, "cui") || p.is(which, "quale")) {
      NounPhrase antecedent = antecedent(cue.start());
      Speaker speaker =
          antecedent == null ? conversation.focus().understood() : speakers.get(antecedent);
      return new Subject(speaker, at, which + 1);
    }
    if (p.isAny(at, Grammar.PRONOUNS)) {
      Speaker speaker =
          p.is(at, "loro") ? conversation.plural() : understood(cue, cues, subjects).speaker();
      return new Subject(speaker, at, at + 1);
    }
    boolean theirs =
        p.isAny(at, ARTICLE) && p.isAny(at + 1, POSSESSIVE) && p.isAny(at + 2, Grammar.SPEECH);
    if (theirs) {
      return new Subject(understood(cue, cues, subjects).speaker(), at, at + 3);
    }
    if (at > cue.start() + 1 && (p.isAny(at - 1, JUDGED) || p.isAny(at - 1, Grammar.SPEECH))) {
      return understood(cue, cues, subjects);
    }
    int noun = at;
    while (p.isAny(noun, Grammar.DETERMINERS)) {
      noun++;
    }
    boolean said = p.isAny(noun, Grammar.SPEECH) || p.isAny(noun, REPORTS);
    NounPhrase phrase = from(at, said ? noun + 1 - at : 2);
    if (phrase == null && said) {
      phrase = source(noun + 1);
      Speaker issuer = conversation.issuer();
      return phrase != null
          ? named(phrase)
          : Subject.understood(issuer.isKnown() ? issuer : conversation.focus());
    }
    return phrase == null ? Subject.NOBODY : named(issuer(phrase));
  }

  /**
   * Whom a relative means: "il deputato X, di Y, secondo cui", "X, capolista in Y, per la quale".
   */
  private NounPhrase antecedent(int relative) {
    NounPhrase adjacent = endingAt(relative - (p.is(relative - 1, ",") ? 1 : 0));
    boolean person = adjacent != null && adjacent.kind() == NounPhrase.Kind.PERSON;
    if (adjacent == null || (person && !isBareApposition(adjacent))) {
      return adjacent;
    }
    for (int i = phrases.indexOf(adjacent) - 1; i >= 0; i--) {
      NounPhrase phrase = phrases.get(i);
      if (phrase.kind() == NounPhrase.Kind.PERSON && !phrase.isPlural() && phrase.isFree()) {
        boolean near = adjacent.outer() - phrase.end() <= 4;
        return near && (person || !adjacent.isFree()) ? phrase : adjacent;
      }
    }
    return adjacent;
  }

  /** "le stime messe nero su bianco dalla polizia" */
  private NounPhrase source(int at) {
    for (NounPhrase phrase : phrases) {
      if (phrase.outer() >= at && phrase.outer() <= at + 5) {
        return phrase.relation() == Relation.FROM && onlyWords(at, phrase.outer()) ? phrase : null;
      }
    }
    return null;
  }

  private static final Set<String> REPORTS =
      words("stime valutazioni ricostruzioni previsioni analisi informazioni dati calcoli conti");

  /** "il bollettino diffuso venerdì dal ministero": the ministry. */
  private NounPhrase issuer(NounPhrase document) {
    for (NounPhrase phrase : phrases) {
      if (document.kind() == NounPhrase.Kind.DOCUMENT
          && phrase.relation() == Relation.FROM
          && phrase.outer() >= document.end()
          && phrase.outer() <= document.end() + 4) {
        return onlyWords(document.end(), phrase.outer()) ? phrase : document;
      }
    }
    return document;
  }

  private boolean onlyWords(int from, int to) {
    for (int i = from; i < to; i++) {
      if (p.isPunctuation(i)) {
        return false;
      }
    }
    return true;
  }

  private static final Set<String> ARTICLE = words("il la i le");
  private static final Set<String> POSSESSIVE = words("sua sue suo suoi loro");
  private static final Set<String> JUDGED = words("dire giudizio parere avviso detta opinione");

  /** secondo quanto riferisce X, a quanto racconta X, stando a quanto riportato da X */
  private Subject reporter(int from) {
    for (NounPhrase phrase : phrases) {
      if (phrase.outer() > from && phrase.outer() <= from + 8) {
        for (int i = from; i < phrase.outer(); i++) {
          if (p.is(i, ",")) {
            return Subject.NOBODY;
          }
        }
        if (phrase.isFree() || phrase.relation() == Relation.FROM) {
          return new Subject(speakers.get(phrase), from, phrase.end());
        }
      }
    }
    return Subject.NOBODY;
  }

  // --- others

  private Subject gerund(Cue cue, List<Subject> subjects) {
    for (int i = subjects.size() - 1; i >= 0; i--) {
      if (subjects.get(i).isKnown()) {
        return Subject.understood(subjects.get(i).speaker());
      }
    }
    return Subject.understood(
        topic(cue, false)
            .or(() -> Optional.ofNullable(before(cue)).map(speakers::get))
            .or(this::document)
            .orElseGet(conversation::focus));
  }

  /** "La nota risponde al punto, ricordando …": whoever issued what the sentence begins with. */
  private Optional<Speaker> document() {
    return phrases.stream()
        .limit(1)
        .filter(phrase -> phrase.isFree() && phrase.outer() == unit.start())
        .filter(phrase -> phrase.kind() == NounPhrase.Kind.DOCUMENT)
        .map(speakers::get)
        .findFirst();
  }

  private Subject noun(Cue cue, List<Cue> cues, List<Subject> subjects) {
    NounPhrase of = from(cue.end(), 1);
    return of != null && of.outer() == cue.end() && p.isAny(of.outer(), Grammar.OF)
        ? named(of)
        : understood(cue, cues, subjects);
  }

  private Subject impersonal(Cue cue, List<Cue> cues, List<Subject> subjects) {
    // si legge in una nota del ministero
    for (NounPhrase phrase : phrases) {
      if (phrase.outer() >= cue.end() && phrase.outer() <= cue.end() + 3) {
        boolean document =
            phrase.kind() == NounPhrase.Kind.DOCUMENT
                || phrase.relation() == Relation.OF
                || phrase.kind() == NounPhrase.Kind.BODY;
        if (document && !phrase.isFree() && phrase.relation() != Relation.FROM) {
          return named(issuer(phrase));
        }
      }
    }
    // Nel rapporto del ministero si legge
    for (NounPhrase phrase : phrases) {
      if (phrase.kind() == NounPhrase.Kind.DOCUMENT
          && phrase.relation() == Relation.OTHER
          && phrase.end() <= cue.start()) {
        return Subject.understood(speakers.get(issuer(phrase)));
      }
    }
    if (p.is(cue.start(), "vi") && conversation.issuer().isKnown()) {
      return Subject.understood(conversation.issuer());
    }
    // Dal Tesoro si apprende
    if (!phrases.isEmpty()
        && phrases.get(0).relation() == Relation.FROM
        && phrases.get(0).outer() == unit.start()) {
      return Subject.understood(speakers.get(phrases.get(0)));
    }
    return understood(cue, cues, subjects);
  }

  private Subject verb(Cue cue, List<Cue> cues, List<Subject> subjects) {
    int at = beforeAdverbs(cue);
    boolean inverted = p.is(cue.start() - 1, "come") || p.is(cue.start(), "lo") || relative(cue);
    if (isAfterQuotation(at) || inverted) {
      NounPhrase after = after(cue);
      if (after != null && agrees(cue, after)) {
        return named(after);
      }
      if (isAfterQuotation(at)) {
        return understood(cue, cues, subjects);
      }
    }
    if (isApart(at) && !announces(cue)) {
      NounPhrase after = after(cue);
      if (after != null && agrees(cue, after)) {
        boolean closed =
            (p.isPunctuation(after.end()) && !p.isQuote(after.end())) || p.is(after.end(), "che");
        NounPhrase past = closed ? null : pastParenthesis(cue, at, floor(cue.start()));
        if (past != null && past.isNamed(p)) {
          return named(past);
        }
        if (closed || !OF_PERSONS.contains(cue.verb())) {
          return named(after);
        }
      }
      if (isClosed(cue) && !opensQuotation(cue.end())) {
        NounPhrase opener = opener(cue);
        return opener != null ? named(opener) : understood(cue, cues, subjects);
      }
    }
    if (p.is(at, "quest'ultimo")
        || p.is(at, "quest'ultima")
        || ((p.is(at, "ultimo") || p.is(at, "ultima")) && p.is(at - 1, "quest'"))) {
      return new Subject(conversation.lastPerson(), at, at + 1);
    }
    Optional<Subject> same = coordinate(cue, cues, subjects);
    if (same.isPresent()) {
      return same.get();
    }
    NounPhrase quoted = quoted(cue);
    if (quoted != null) {
      return named(quoted);
    }
    NounPhrase before = before(cue);
    if (before != null) {
      return p.isAny(before.start(), NOBODY) ? Subject.NOBODY : joined(before, cue);
    }
    int other = otherSubject(cue);
    if (other >= 0) {
      boolean clause = p.is(cue.end(), "che") && !p.is(other, "chi");
      return clause ? nameless(other + 1, cue.start()) : Subject.NOBODY;
    }
    boolean opens = p.words(unit.start(), cue.start()) == 0;
    if (!opens && !OF_PERSONS.contains(cue.verb())) {
      NounPhrase after = after(cue);
      if (after != null
          && agrees(cue, after)
          && after.kind() != NounPhrase.Kind.WORD
          && (!cue.takes(Complement.NOME) || p.is(after.end(), "che") || p.is(after.end(), ":"))) {
        return named(after);
      }
    }
    return understood(cue, cues, subjects);
  }

  /** "X ha detto che Y mente e ha aggiunto …": whose the verb was that this one is joined to. */
  private Optional<Subject> coordinate(Cue cue, List<Cue> cues, List<Subject> subjects) {
    int at = beforeAdverbs(cue);
    if (!(p.is(at, "e") || p.is(at, "ed") || p.is(at, "ma")) || p.written(at).equals("è")) {
      return Optional.empty();
    }
    Optional<Subject> last = Optional.empty();
    for (int i = subjects.size() - 1; i >= 0; i--) {
      Cue other = cues.get(i);
      if (other.kind() == Kind.VERB
          && other.isPlural() == cue.isPlural()
          && subjects.get(i).isKnown()) {
        Optional<NounPhrase> fresh = fresh(other.end(), cue);
        if (fresh.isPresent()) {
          return fresh.map(this::named);
        }
        if (isCompound(other) == isCompound(cue)) {
          return Optional.of(Subject.understood(subjects.get(i).speaker()));
        }
        last = last.isPresent() ? last : Optional.of(subjects.get(i));
      }
    }
    return last.map(subject -> Subject.understood(subject.speaker()))
        .or(() -> opening(cue).map(Subject::understood));
  }

  /** Who begins a main clause between two verbs: "X li ha richiamati, Y è stata sentita e dice". */
  private Optional<NounPhrase> fresh(int from, Cue to) {
    for (NounPhrase phrase : phrases) {
      if (phrase.outer() > from
          && phrase.end() < to.start()
          && phrase.isFree()
          && phrase.kind() == NounPhrase.Kind.PERSON
          && phrase.start() < phrase.head()
          && agrees(to, phrase)
          && p.isMark(phrase.outer() - 1, ",;")) {
        for (int i = from; i < phrase.outer(); i++) {
          if (p.is(i, "che")) {
            return Optional.empty();
          }
        }
        return Optional.of(phrase);
      }
    }
    return Optional.empty();
  }

  /** Who begins the sentence, if a single one does. */
  private Optional<Speaker> opening(Cue cue) {
    if (phrases.isEmpty()) {
      return Optional.empty();
    }
    NounPhrase first = phrases.get(0);
    boolean opens =
        first.isFree()
            && first.outer() <= unit.start() + 1
            && first.kind() != NounPhrase.Kind.WORD
            && first.end() < cue.start()
            && agrees(cue, first);
    return opens
        ? Optional.of(speakers.get(fresh(first.end(), cue).orElse(first)))
        : Optional.empty();
  }

  /** "La Tass riporta le parole di Peskov: …": whose words they are. */
  private NounPhrase quoted(Cue cue) {
    for (NounPhrase phrase : phrases) {
      int noun = phrase.outer() - 1;
      if (noun >= cue.end()
          && p.isAny(phrase.outer(), Grammar.OF)
          && p.isAny(noun, WORDS)
          && onlyWords(cue.end(), phrase.outer())) {
        for (int i = phrase.end(); i < Math.min(unit.end(), phrase.end() + 6); i++) {
          if (p.is(i, ":")) {
            return phrase;
          }
          if (!p.isWord(i)) {
            return null;
          }
        }
      }
    }
    return null;
  }

  private static final Set<String> WORDS = words("parole frasi frase dichiarazioni dichiarazione");

  /** "ha detto", against "dice". */
  private boolean isCompound(Cue cue) {
    for (int i = cue.start(); i < cue.end() - 1; i++) {
      if (p.isAny(i, Grammar.HAVE) || p.isAny(i, Grammar.BE)) {
        return true;
      }
    }
    return false;
  }

  /** True where a clause or a quotation follows the cue before any comma. */
  private boolean announces(Cue cue) {
    for (int i = cue.end(); i < Math.min(unit.end(), cue.end() + 16); i++) {
      if (p.is(i, "che") && i > cue.end() && endsIndefinite(i)) {
        return false; // "calcola un funzionario che ne ha visto …"
      }
      if (p.is(i, "che") || p.is(i, ":") || startsInfinitive(i)) {
        return true;
      }
      if (p.isPunctuation(i)) {
        return false;
      }
    }
    return false;
  }

  private boolean endsIndefinite(int at) {
    NounPhrase phrase = byEnd.get(at);
    return phrase != null
        && phrase.isFree()
        && phrase.kind() == NounPhrase.Kind.PERSON
        && !phrase.isDefinite()
        && phrase.start() < phrase.head();
  }

  /** "di aver sospeso" */
  private boolean startsInfinitive(int at) {
    if (!p.is(at, "di") || at + 1 >= unit.end() || p.isCapital(at + 1)) {
      return false;
    }
    int verb = p.is(at + 1, "non") || p.isAny(at + 1, Grammar.CLITICS) ? at + 2 : at + 1;
    return verb < unit.end()
        && (p.is(verb, "aver")
            || p.is(verb, "voler")
            || p.is(verb, "esser")
            || p.is(verb, "poter")
            || p.is(verb, "dover")
            || INFINITIVE.stream().anyMatch(p.word(verb)::endsWith));
  }

  private static final List<String> INFINITIVE =
      List.of("are", "ere", "ire", "rre", "rsi", "rlo", "rla", "rli", "rle", "rci", "rne");

  private boolean opensQuotation(int at) {
    return at + 1 < unit.end() && p.isQuote(at) && p.inQuote(at + 1);
  }

  /** True where only adverbs and complements stand between the cue and the next mark. */
  private boolean isClosed(Cue cue) {
    int i = cue.end();
    while (i < unit.end() && p.isWord(i) && i < cue.end() + 8) {
      boolean complement =
          p.isAny(cue.end(), Grammar.PREPOSITIONS)
              && !OF_PERSONS.contains(cue.verb())
              && !CLAUSES.contains(p.word(i))
              && !p.word(i).endsWith("are")
              && !p.word(i).endsWith("ere")
              && !p.word(i).endsWith("ire")
              && !p.word(i).endsWith("rre")
              && !p.word(i).endsWith("rsi");
      boolean filler =
          Grammar.ADVERBS.contains(p.word(i)) || Grammar.TIME.contains(p.word(i)) || complement;
      if (!filler) {
        return false;
      }
      i++;
    }
    return i >= unit.end() || !p.isWord(i);
  }

  private int beforeAdverbs(Cue cue) {
    int at = cue.start() - 1;
    while (at > unit.start()
        && p.isWord(at)
        && !p.inQuote(at)
        && (Grammar.ADVERBS.contains(p.word(at)) || p.is(at, "come"))) {
      at--;
    }
    return at;
  }

  private boolean isAfterQuotation(int at) {
    return at > unit.start()
        && !endsNickname(at)
        && !endsNickname(at - 1)
        && ((p.isQuote(at) && !p.inQuote(at)) || (p.isMark(at, ",:–—-.") && p.isQuote(at - 1)));
  }

  private boolean isApart(int at) {
    return at >= unit.start() && p.isMark(at, ",–—-…?!(");
  }

  /** True where a cue stands as a tag: after a quotation, or between commas. */
  boolean isTag(Cue cue) {
    int at = beforeAdverbs(cue);
    return isApart(at) || isAfterQuotation(at);
  }

  /** "quello che ha detto X" */
  private boolean relative(Cue cue) {
    return p.is(cue.start() - 1, "che")
        && (p.is(cue.start() - 2, "quello") || p.is(cue.start() - 2, "cio"));
  }

  /** Whoever spoke before in the sentence, or in the text. */
  private Subject understood(Cue cue, List<Cue> cues, List<Subject> subjects) {
    if (cue.isPlural()) {
      NounPhrase seat = seat(cue);
      if (seat != null) {
        return new Subject(speakers.get(seat), seat.outer(), seat.end());
      }
    }
    for (int i = subjects.size() - 1; i >= 0; i--) {
      if (subjects.get(i).isKnown() && cues.get(i).kind() != Kind.SOURCE) {
        return Subject.understood(subjects.get(i).speaker());
      }
    }
    boolean tag = isTag(cue) && cue.kind() != Kind.SOURCE;
    Optional<Speaker> topic = topic(cue, tag);
    Speaker before =
        cue.isPlural()
            ? conversation.plural()
            : cue.kind() == Kind.IMPERSONAL ? conversation.focus() : conversation.singular();
    return Subject.understood(topic.orElse(before));
  }

  private static final Set<String> ON = words("su sul sullo sulla sull' sui sugli sulle con");

  /** "ammettono a Bruxelles", "da Kiev fanno sapere" */
  private NounPhrase seat(Cue cue) {
    for (NounPhrase phrase : phrases) {
      boolean seat =
          phrase.kind() == NounPhrase.Kind.PLACE
              || (phrase.kind() == NounPhrase.Kind.WORD && p.is(phrase.outer(), "a"))
              || (phrase.kind() == NounPhrase.Kind.BODY && !p.isAny(phrase.outer(), ON));
      boolean near =
          phrase.outer() == cue.end()
              || (phrase.end() == cue.start()
                  && (phrase.relation() != Relation.FROM || phrase.outer() == unit.start()));
      if (seat && near && !phrase.isFree() && phrase.relation() != Relation.OF) {
        return phrase;
      }
    }
    return null;
  }

  /**
   * Whom the sentence is about before a cue: "X ha alzato la voce: non si può, ha detto, …"
   *
   * @param tag true where only what stands before a colon can be
   */
  private Optional<Speaker> topic(Cue cue, boolean tag) {
    int end = cue.start();
    if (tag) {
      int quote = quoteBefore(cue);
      end = quote > unit.start() ? quote : -1;
      for (int i = unit.start() + 1; i < cue.start() && end < 0; i++) {
        if (p.isMark(i, ":")) {
          end = i;
          break;
        }
      }
    }
    for (NounPhrase phrase : phrases) {
      if (phrase.end() > end) {
        break;
      }
      boolean agrees = cue.kind() == Kind.GERUND || agrees(cue, phrase);
      if (phrase.isFree() && isTopic(phrase) && agrees) {
        return p.words(unit.start(), phrase.start()) <= 14
            ? Optional.of(speakers.get(phrase))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Where the quotation begins that a tag follows; -1 if none does. */
  private int quoteBefore(Cue tag) {
    int at = beforeAdverbs(tag);
    for (int i = at; isAfterQuotation(at) && i > unit.start() && i > at - 4; i--) {
      if (p.inQuote(i)) {
        return p.quotes.get(p.quoteAt[i]).start();
      }
    }
    return -1;
  }

  private static boolean isTopic(NounPhrase phrase) {
    return phrase.kind() == NounPhrase.Kind.PERSON || phrase.kind() == NounPhrase.Kind.BODY;
  }

  /** True for a tag: closed by a mark, or with its subject after it. */
  boolean isClosedTag(Cue cue, Subject subject) {
    return (subject.isNamed() && subject.start() >= cue.end())
        || cue.kind() == Kind.NOUN
        || cue.kind() == Kind.IMPERSONAL
        || isClosed(cue);
  }

  private NounPhrase endingAt(int end) {
    return byEnd.get(end);
  }

  /** The phrase that begins at a token, after at most some words. */
  private NounPhrase from(int at, int words) {
    for (NounPhrase phrase : phrases) {
      if (phrase.end() > at && phrase.outer() <= at + words) {
        return phrase.end() > at && phrase.head() >= at ? phrase : null;
      }
      if (phrase.outer() > at + words) {
        break;
      }
    }
    return null;
  }

  private boolean agrees(Cue cue, NounPhrase phrase) {
    if (cue.isPlural()) {
      return phrase.isPlural()
          || phrase.kind() == NounPhrase.Kind.BODY
          || phrase.kind() == NounPhrase.Kind.PLACE
          || p.is(phrase.outer() - 1, "e")
          || p.is(phrase.end(), "e");
    }
    return !phrase.isPlural() || phrase.kind() == NounPhrase.Kind.BODY;
  }

  private static final Set<String> NOBODY = words("nessun nessuna nessuno");
  private static final Set<String> CLAUSES = words("che cui quale quali dove quando mentre");

  /** The subject after a verb, past adverbs and words of time and place. */
  private NounPhrase after(Cue cue) {
    int at = cue.end();
    int last = Math.min(unit.end(), cue.end() + 14);
    for (NounPhrase phrase : phrases) {
      if (phrase.end() <= at) {
        continue;
      }
      for (int i = Math.max(at, cue.end()); i < Math.min(phrase.outer(), last); i++) {
        if (p.isPunctuation(i) || p.isAny(i, CLAUSES) || p.inQuote(i) || startsInfinitive(i)) {
          return null;
        }
      }
      if (phrase.outer() >= last) {
        return null;
      }
      at = phrase.end();
      boolean named = byEnd.containsKey(phrase.outer()) && !byEnd.get(phrase.outer()).isFree();
      if (named && phrase.kind() != NounPhrase.Kind.PERSON && phrase.start() == phrase.head()) {
        continue; // "sul suo canale Telegram"
      }
      if (phrase.isFree() && phrase.start() >= cue.end()) {
        if (phrase.kind() == NounPhrase.Kind.WORD && !onlyTime(cue.end(), phrase.start())) {
          continue;
        }
        return phrase;
      }
    }
    return null;
  }

  private boolean onlyTime(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Grammar.TIME.contains(p.word(i))
          && !Grammar.ADVERBS.contains(p.word(i))
          && !Grammar.PREPOSITIONS.contains(p.word(i))) {
        return false;
      }
    }
    return true;
  }

  /** The subject before a verb: the nearest one free, past what stands between commas. */
  private NounPhrase before(Cue cue) {
    int floor = floor(cue.start());
    int at = cue.start();
    while (at > floor
        && !p.inQuote(at - 1)
        && p.isWord(at - 1)
        && byEnd.get(at) == null
        && (Grammar.ADVERBS.contains(p.word(at - 1)) || Grammar.CLITICS.contains(p.word(at - 1)))) {
      at--;
    }
    boolean other =
        at - 2 >= floor
            && byEnd.get(at) == null
            && p.isAny(at - 2, Grammar.ARTICLES)
            && p.isWord(at - 1)
            && !p.isCapital(at - 1)
            && !Grammar.TIME.contains(p.word(at - 1))
            && !p.is(at - 1, "quale")
            && !p.is(at - 1, "quali")
            && !(p.is(at - 3, "che") && isDocument(byEnd.get(at - 3)))
            && !Grammar.PRONOUNS.contains(p.word(at - 1));
    boolean within =
        at - 2 >= floor
            && (p.is(at - 1, "quale") || p.is(at - 1, "quali") || p.is(at - 1, "cui"))
            && p.isAny(at - 2, Grammar.PREPOSITIONS);
    if (other || within) {
      return null; // "perché la popolazione chiede …"
    }
    boolean which =
        at - 2 >= floor
            && (p.is(at - 1, "quale") || p.is(at - 1, "quali"))
            && p.isAny(at - 2, Grammar.ARTICLES);
    if (which) {
      at--; // ", il quale"
    }
    boolean relative = at > floor && (which || p.is(at - 1, "che")) && byEnd.get(at) == null;
    if (relative) {
      boolean comma = p.is(at - 2, ",");
      NounPhrase adjacent = byEnd.get(comma ? at - 2 : at - 1);
      // the pronoun with an article tells the nearest one, whatever governs it
      boolean near = which && adjacent != null && adjacent.kind() == NounPhrase.Kind.PERSON;
      NounPhrase antecedent = near ? adjacent : head(adjacent);
      boolean place = antecedent != null && antecedent.kind() == NounPhrase.Kind.PLACE;
      if (antecedent != null && (!place || (comma && antecedent.relation() != Relation.OTHER))) {
        return antecedent;
      }
      return comma ? pastParenthesis(cue, at - 2, floor) : null;
    }
    if (at > floor && (p.is(at - 1, ",") || p.is(at - 1, ")") || p.is(at - 1, "–"))) {
      NounPhrase past = pastParenthesis(cue, at - 1, floor);
      if (past != null) {
        return past;
      }
    }
    int commas = 0;
    for (int i = at; i > floor && cue.start() - i < FAR; i--) {
      NounPhrase phrase = byEnd.get(i);
      if (phrase != null) {
        if (phrase.isFree()
            && agrees(cue, phrase)
            && isNear(phrase, cue)
            && !(commas > 0 && isBareApposition(phrase))) {
          return phrase;
        }
        i = phrase.outer() + 1;
        continue;
      }
      if (p.is(i - 1, ",") && !p.inQuote(i - 1)) {
        commas++;
        if (commas > 3) {
          return null;
        }
      }
    }
    return null;
  }

  /** "Il testo che l'accompagna dice": no article. */
  private static boolean isDocument(NounPhrase phrase) {
    return phrase != null && phrase.isFree() && phrase.kind() == NounPhrase.Kind.DOCUMENT;
  }

  /** A subject that no list of nouns has: "il punto 26 della proposta". */
  private Subject nameless(int from, int to) {
    String name = p.source(from, to);
    return new Subject(
        new Speaker(name, Side.OTHER, TextNormaliser.fold(name), Optional.of(name)), from, to);
  }

  /** Where the subject begins in "La bozza prevede", "chi teme"; -1 if there is none. */
  private int otherSubject(Cue cue) {
    int floor = floor(cue.start());
    for (int i = cue.start() - 1; i >= floor && cue.start() - i < 12; i--) {
      boolean asked = p.is(i - 1, "chi") && p.isAny(i, Grammar.CLITICS); // "a chi gli chiede di X"
      if (p.isPunctuation(i)
          || p.is(i, "e")
          || p.is(i, "che")
          || p.is(i, "cui")
          || asked
          || p.inQuote(i)) {
        return -1;
      }
      if (p.is(i, "chi")) {
        return i;
      }
      boolean noun =
          p.isAny(i, Grammar.ARTICLES)
              && i + 1 < cue.start()
              && !Grammar.TIME.contains(p.word(i + 1))
              && !Grammar.PRONOUNS.contains(p.word(i + 1))
              && p.isWord(i + 1)
              && !p.isAny(i + 1, Grammar.HAVE)
              && !p.isAny(i + 1, Grammar.BE)
              && !(i > floor && Grammar.PREPOSITIONS.contains(p.word(i - 1)));
      if (noun && !onlyTime(i + 1, cue.start())) {
        return i;
      }
    }
    return -1;
  }

  private boolean isNear(NounPhrase phrase, Cue cue) {
    int after = phrase.end();
    int verb = cue.start();
    int gap = p.words(after, verb);
    return switch (phrase.kind()) {
      case WORD -> gap <= 1;
      case PLACE -> gap <= 4;
      default -> gap <= 25;
    };
  }

  /** Who stands before what the comma at a token closes. */
  private NounPhrase pastParenthesis(Cue cue, int comma, int floor) {
    boolean bracket = p.is(comma, ")");
    int tries = 0;
    for (int i = comma - 1; i > floor && tries < 4 && comma - i < FAR; i--) {
      boolean opens = p.is(i, bracket ? "(" : ",") || (!bracket && p.is(i, "–"));
      if (!opens || p.inQuote(i)) {
        continue;
      }
      tries++;
      NounPhrase phrase = head(byEnd.get(i));
      if (phrase != null
          && phrase.isFree()
          && agrees(cue, phrase)
          && phrase.kind() != NounPhrase.Kind.PLACE
          && !isBareApposition(phrase)) {
        return phrase;
      }
    }
    NounPhrase described = described(comma);
    if (described != null && agrees(cue, described)) {
      return described;
    }
    NounPhrase adjacent = head(byEnd.get(comma));
    return adjacent != null
            && adjacent.isFree()
            && agrees(cue, adjacent)
            && !isBareApposition(adjacent)
        ? adjacent
        : null;
  }

  /** "Il generale Milley, presidente uscente dei capi congiunti,": past what its phrase leaves. */
  private NounPhrase described(int comma) {
    for (int i = phrases.size() - 1; i >= 0; i--) {
      NounPhrase phrase = phrases.get(i);
      if (phrase.isFree()
          && phrase.kind() == NounPhrase.Kind.PERSON
          && phrase.isNamed(p)
          && phrase.end() < comma
          && phrase.end() > comma - 10) {
        boolean apposed = false;
        for (int k = phrase.start(); k < phrase.end(); k++) {
          apposed |= p.is(k, ",");
        }
        return apposed && onlyWords(phrase.end(), comma) ? phrase : null;
      }
    }
    return null;
  }

  /** "Tajani, interpellato in Senato, li ha definiti …": who begins the sentence. */
  private NounPhrase opener(Cue cue) {
    if (phrases.isEmpty()) {
      return null;
    }
    NounPhrase first = phrases.get(0);
    boolean person = first.kind() == NounPhrase.Kind.PERSON && first.isNamed(p);
    boolean opens = first.isFree() && p.words(unit.start(), first.start()) <= 1;
    if (!person || !opens || !p.is(first.end(), ",") || !agrees(cue, first)) {
      return null;
    }
    int commas = 0;
    int from = first.end();
    for (int i = from; i < cue.start(); i++) {
      if (p.isPunctuation(i) && !p.is(i, ",")) {
        return null;
      }
      commas += p.is(i, ",") ? 1 : 0;
    }
    return commas == 2 && p.words(from, cue.start()) >= 2 ? first : null;
  }

  /** ", ospite fisso," */
  private boolean isBareApposition(NounPhrase phrase) {
    return SentenceParts.isBareApposition(p, phrase);
  }

  /** The phrase that governs one: "un economista vicino" of "alla maggioranza". */
  private NounPhrase head(NounPhrase phrase) {
    NounPhrase at = phrase;
    while (at != null && !at.isFree() && byEnd.get(at.outer()) != null) {
      at = byEnd.get(at.outer());
    }
    return at;
  }

  /** True for the mark that closes 'il comandante, detto "Zub"'. */
  private boolean endsNickname(int mark) {
    NounPhrase named = p.isQuote(mark) ? byEnd.get(mark + 1) : null;
    return named != null && named.isNamed() && p.inQuote(named.nameStart());
  }

  /** Where the clause of a verb begins at the earliest. */
  private int floor(int verb) {
    for (int i = verb - 1; i > unit.start(); i--) {
      if (endsNickname(i)) {
        i = byEnd.get(i + 1).outer();
        continue;
      }
      if (p.isMark(i, ";:?!.") || (p.isQuote(i) && i < verb - 1) || p.inQuote(i)) {
        return i + 1;
      }
    }
    return unit.start();
  }
}
