package it.voci.quotes;

import it.voci.actors.Actor;
import it.voci.actors.Mention;
import it.voci.quotes.NounPhrase.Kind;
import it.voci.quotes.NounPhrase.Relation;
import it.voci.quotes.SpeakerNouns.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the phrases of a sentence that can name speakers: names, offices, people, bodies. */
final class NounPhrases {
  private static final Set<String> PARTICLES =
      Grammar.words("de von van der den al el bin ibn ben della di la le da dos du ter");
  private static final Set<String> STREETS =
      Grammar.words("via viale piazza piazzale corso largo vicolo palazzo ponte santa san porta");
  private static final Set<String> FUNCTION =
      Grammar.words(
          "e ed o ma che chi se quando dove mentre come perche cui quale quali si non nessuno cio"
              + " c'e ci vi ne lo la il l' i gli le un una uno un' questo quella suo sua");
  private static final int LONGEST = 9;

  private final NounReader nouns;
  private final SpeechVerbs verbs;

  NounPhrases(SpeakerNouns nouns, SpeechVerbs verbs) {
    this.nouns = new NounReader(nouns, verbs);
    this.verbs = verbs;
  }

  /** Those in {@code [from, to)} outside quotations, in order, without overlaps. */
  List<NounPhrase> find(ParagraphText p, int from, int to, Conversation conversation) {
    List<NounPhrase> found = new ArrayList<>();
    for (int i = from; i < to; ) {
      if (p.inQuote(i)) {
        i = Math.max(i + 1, p.quotes.get(p.quoteAt[i]).end());
        continue;
      }
      Optional<NounPhrase> phrase = at(p, i, from, to, conversation);
      if (phrase.isPresent()) {
        NounPhrase whole = apposition(p, phrase.get(), from, to, conversation);
        found.add(whole);
        i = whole.end();
      } else {
        i++;
      }
    }
    return found;
  }

  private Optional<NounPhrase> at(
      ParagraphText p, int outer, int from, int to, Conversation conversation) {
    int start = outer;
    Relation relation = Relation.FREE;
    boolean definite = false;
    boolean plural = false;
    boolean determined = false;
    if (!p.inMention(outer) && p.isWord(outer)) {
      String word = p.word(outer);
      relation = relation(word, outer == from);
      if (relation == Relation.OF
          && outer > from
          && (Grammar.SPEECH.contains(p.word(outer - 1))
              || (outer == from + 1 && p.isAny(from, THAT)))) {
        relation = Relation.FREE;
        start++;
        definite = true;
        determined = Grammar.ARTICULATED.contains(word);
      }
      if (relation != Relation.FREE && start == outer) {
        start++;
        definite = Grammar.ARTICULATED.contains(word);
        determined = definite;
        plural = Grammar.PLURAL_ARTICULATED.contains(word);
      }
    }
    int at = start;
    while (at < to && at < start + 5 && !p.inMention(at) && !p.inQuote(at)) {
      if (Grammar.DETERMINERS.contains(p.word(at))) {
        definite |= Grammar.DEFINITE.contains(p.word(at));
        plural |= Grammar.PLURAL_DETERMINERS.contains(p.word(at));
        determined = true;
      } else if (!(Grammar.BEFORE_NOUN.contains(p.word(at)) && isBeforeNoun(p, at + 1, to))) {
        break;
      }
      at++;
    }
    if (at >= to || p.inQuote(at) || p.isPunctuation(at)) {
      return Optional.empty();
    }
    if (at > start && isSome(p, at - 1) && Grammar.OF.contains(p.word(at))) {
      int end = modifiers(p, at, to);
      boolean one = p.is(at - 1, "uno") || p.is(at - 1, "una");
      return Optional.of(
          new NounPhrase(
              outer, start, at - 1, end, Kind.PERSON, relation, plural && !one, false, -1, -1, -1));
    }
    if (p.is(at, "chi") && at > from && (isVerb(p.word(at - 1)) || p.is(at - 1, "sapere"))) {
      int end = at + 1;
      while (end < to && end < at + LONGEST + 3 && p.isWord(end) && !p.inQuote(end)) {
        end++;
      }
      return Optional.of(
          new NounPhrase(outer, at, at, end, Kind.PERSON, Relation.FREE, false, false, -1, -1, -1));
    }
    if (p.startsMention(at) && at > from && !determined && isParticiple(p, at)) {
      return Optional.empty();
    }
    if (p.startsMention(at) && !isInitialled(p, at, to)) {
      return Optional.of(ofMention(p, outer, start, at, relation, plural, definite, to));
    }
    if ((p.inMention(at) && !isInitialled(p, at, to)) || !p.isWord(at)) {
      return Optional.empty();
    }
    Optional<Noun> noun =
        at > 0 && p.isWord(at - 1) && isShouted(p, at - 1, at + 1)
            ? Optional.empty()
            : nouns.read(p, outer, start, at, from);
    boolean title = p.isAny(at, TITLES) && at + 1 < to && p.isCapital(at + 1);
    boolean bare =
        !determined
            && !title
            && !(mayBeBare(p, outer, from, relation)
                && (relation != Relation.FREE
                    || outer == from
                    || noun.filter(n -> kind(n) == Kind.PERSON).isPresent()));
    boolean near = p.is(at, "vicino") && p.isAny(at + 1, Grammar.TO);
    if (noun.isPresent() && !bare && !near && !isName(p, at, from, to)) {
      int end = modifiers(p, at + 1, to);
      NounPhrase phrase =
          new NounPhrase(
              outer,
              start,
              at,
              end,
              kind(noun.get()),
              relation,
              plural || (noun.get().isPlural() && !isSingular(p, start, at)),
              definite,
              -1,
              -1,
              -1);
      return Optional.of(phrase.kind() == Kind.PERSON ? nameWithin(p, phrase, to) : phrase);
    }
    return name(p, outer, start, at, from, to, relation, plural, conversation);
  }

  /** "Quella di X è più ruvida: …", of words spoken of before. */
  private static final Set<String> THAT = Grammar.words("quella quello quelle");

  private static final Set<String> TITLES =
      Grammar.words(
          "suor padre don fra frate monsignor dottor dottoressa signor signora professor");

  private static final Set<String> SOME =
      Grammar.words(
          "uno una alcuni alcune molti molte diversi diverse due tre quattro cinque sei sette otto"
              + " nove dieci ciascuno nessuno qualcuno parecchi");

  private static boolean isSome(ParagraphText p, int at) {
    return SOME.contains(p.word(at));
  }

  /** "Kirill G.": not the one whom the gazetteer knows by that name alone. */
  private static boolean isInitialled(ParagraphText p, int at, int to) {
    return p.inMention(at)
        && p.mention(at).end() == at + 1
        && p.mention(at).kind() == Mention.Kind.NAME
        && at + 2 < to
        && p.isCapital(at + 1)
        && p.written(at + 1).length() == 1
        && p.is(at + 2, ".");
  }

  private boolean isBeforeNoun(ParagraphText p, int at, int to) {
    return at < to
        && (nouns.lookup(p.word(at)).isPresent()
            || p.startsMention(at)
            || p.isCapital(at)
            || Grammar.BEFORE_NOUN.contains(p.word(at)));
  }

  private static final Set<String> BEEN =
      Grammar.words("stato stata stati state diventato diventata come");

  /** "hanno mobilitato": no soldier. */
  private static boolean isParticiple(ParagraphText p, int at) {
    return p.mention(at).kind() == Mention.Kind.OFFICE
        && (p.isAny(at - 1, Grammar.HAVE) || p.isAny(at - 1, Grammar.BE) || p.isAny(at - 1, BEEN));
  }

  private static boolean isSingular(ParagraphText p, int start, int head) {
    return start < head && p.isAny(start, Grammar.ARTICLES) && !p.isAny(start, PLURAL_ARTICLES);
  }

  private static final Set<String> PLURAL_ARTICLES = Set.of("i", "gli", "le", "l'");

  private static Relation relation(String word, boolean first) {
    if (Grammar.OF.contains(word)) {
      // Dei funzionari dicono …: a partitive
      return first && Grammar.PLURAL_ARTICULATED.contains(word) ? Relation.FREE : Relation.OF;
    }
    if (Grammar.FROM.contains(word)) {
      return Relation.FROM;
    }
    return Grammar.PREPOSITIONS.contains(word) && !Grammar.NEVER_ALONE.contains(word)
        ? Relation.OTHER
        : Relation.FREE;
  }

  /** True where a noun without article can be one: it begins a sentence or follows another verb. */
  private boolean mayBeBare(ParagraphText p, int outer, int from, Relation relation) {
    if (outer == from || relation != Relation.FREE) {
      return true;
    }
    int before = outer - 1;
    return p.isPunctuation(before)
        || FUNCTION.contains(p.word(before))
        || Grammar.ADVERBS.contains(p.word(before))
        || verbs
            .lookup(p.word(before))
            .filter(v -> !v.isNoun() || v.form() == SpeechVerbs.Form.GERUND)
            .isPresent();
  }

  private static boolean isName(ParagraphText p, int at, int from, int to) {
    return at > from
        && p.isCapital(at)
        && at + 1 < to
        && p.isCapital(at + 1)
        && !p.inMention(at + 1);
  }

  private static Kind kind(Noun noun) {
    return switch (noun.kind()) {
      case OFFICIAL, CIVIL, EXPERT -> Kind.PERSON;
      case BODY, MEDIA, SERVICE -> Kind.BODY;
      case DOCUMENT -> Kind.DOCUMENT;
    };
  }

  private NounPhrase ofMention(
      ParagraphText p,
      int outer,
      int start,
      int at,
      Relation relation,
      boolean plural,
      boolean definite,
      int to) {
    Mention mention = p.mention(at);
    Kind kind =
        switch (mention.actor().kind()) {
          case PERSON, OFFICE -> Kind.PERSON;
          case PLACE, METONYM -> Kind.PLACE;
          default -> Kind.BODY;
        };
    boolean isOffice = mention.kind() == Mention.Kind.OFFICE;
    NounPhrase phrase =
        new NounPhrase(
            outer,
            start,
            at,
            isOffice || endsInOffice(p, mention) ? modifiers(p, mention.end(), to) : mention.end(),
            kind,
            relation,
            plural
                || (isOffice
                    && nouns.lookup(p.word(at)).map(Noun::isPlural).orElse(false)
                    && !isSingular(p, start, at)),
            definite,
            -1,
            -1,
            p.mentionAt[at]);
    return isOffice && kind == Kind.PERSON ? nameWithin(p, phrase, to) : phrase;
  }

  /** "Daria Kaleniuk, direttrice" of the centre named after it. */
  private static boolean endsInOffice(ParagraphText p, Mention mention) {
    return mention.kind() == Mention.Kind.OFFICE_AND_NAME
        && !p.isCapital(mention.end() - 1)
        && p.isWord(mention.end() - 1);
  }

  /** Past adjectives and complements: "della regione di Perm", "militare ucraino". */
  private int modifiers(ParagraphText p, int from, int to) {
    int end = from;
    while (end < to && end < from + LONGEST && !p.inQuote(end) && p.isWord(end)) {
      String word = p.word(end);
      if (Grammar.OF.contains(word)) {
        int next = end + 1;
        while (next < to
            && next < end + 3
            && !p.inMention(next)
            && (p.isAny(next, Grammar.DETERMINERS) || p.isAny(next, Grammar.BEFORE_NOUN))) {
          next++;
        }
        if (next >= to || p.isPunctuation(next) || p.inQuote(next) || isInfinitive(p, next)) {
          if (next < to && p.isPunctuation(next) && p.isAny(next - 1, POSSESSIVE)) {
            end = next; // "uno dei suoi"
          }
          break;
        }
        end = p.startsMention(next) ? p.mention(next).end() : pastTitle(p, next, to);
        if (end < to && p.isCapital(end) && !p.inQuote(end) && p.isAny(next, COMPOUND)) {
          end = p.startsMention(end) ? p.mention(end).end() : end + 1;
        }
        int name = run(p, end, to);
        if (name > end && p.isAny(name - 1, SCHOOLS)) {
          end = name;
        }
      } else if (isField(p, end, to)) {
        end += 3;
      } else if (p.startsMention(end)) {
        if (p.mention(end).kind() != Mention.Kind.OFFICE
            && !(end == from && (isOrganisation(p.mention(end)) || p.isAny(end, ABBREVIATED)))) {
          break;
        }
        end = p.mention(end).end();
      } else if (p.isCapital(end)
          || FUNCTION.contains(word)
          || Grammar.PREPOSITIONS.contains(word)
          || Grammar.FROM.contains(word)
          || Grammar.ADVERBS.contains(word)
          || Grammar.TIME.contains(word)
          || Grammar.HAVE.contains(word)
          || Grammar.BE.contains(word)
          || Grammar.isConditional(word)
          || isPassive(p, end)
          || isPastOrFuture(p.written(end))
          || (end == from && disagrees(p.word(end - 1), word))
          || PREDICATES.contains(word)
          || (word.endsWith("ono") && word.length() > 5)
          || isVerb(word)) {
        break;
      } else {
        end++;
      }
    }
    return Math.min(end, to);
  }

  /** "le autorità ucraine di voler cancellare": what they are accused of, not who they are. */
  private static boolean isInfinitive(ParagraphText p, int at) {
    String word = p.word(at);
    return p.is(at - 1, "di")
        && !p.isCapital(at)
        && (SHORTENED.contains(word)
            || (word.length() > 5
                && (word.endsWith("are") || word.endsWith("ire") || word.endsWith("rsi"))));
  }

  private static final Set<String> SHORTENED =
      Grammar.words("aver avere voler volere esser essere poter potere dover dovere non");

  /** Verbs that no list of words of saying has: they end a phrase. */
  private static final Set<String> PREDICATES =
      Grammar.words(
          "serve servono manca mancano resta restano occorre occorrono bisogna basta bastano significa"
              + " vale valgono va vanno deve devono puo possono vuole vogliono sta stanno fa fanno viene"
              + " vengono diventa diventano rimane rimangono esiste esistono passa passano arriva"
              + " arrivano torna tornano comincia cominciano finisce finiscono tocca toccano spetta"
              + " spettano cambia cambiano cresce crescono prova provano porta portano mette mettono"
              + " prende prendono tiene tengono lancia lanciano guarda guardano aspetta aspettano evita"
              + " evitano dimostra dimostrano rappresenta rappresentano costituisce costituiscono rischia"
              + " rischiano sembra sembrano pare paiono dipende dipendono guida guidano dirige dirigono"
              + " vede vedono trova trovano perde perdono vince vincono muore muoiono vive vivono lascia"
              + " lasciano apre aprono chiude chiudono supera superano c'e ci si non");

  /** First words of the names of places. */
  private static final Set<String> COMPOUND =
      Grammar.words("san santa santo sant' new los las saint");

  /** Last words of the names of foreign institutions. */
  private static final Set<String> SCHOOLS =
      Grammar.words(
          "college university institute school center centre council foundation group academy"
              + " institution");

  private static final Set<String> ABBREVIATED = Grammar.words("usa ue uk onu nato");

  /** "esperti Onu", "portavoce Nato" */
  private static boolean isOrganisation(Mention mention) {
    return mention.kind() == Mention.Kind.NAME
        && switch (mention.actor().kind()) {
          case BODY, PARTY, MEDIA, COMPANY -> true;
          default -> false;
        };
  }

  private static final Set<String> BODIES =
      Grammar.words(
          "commissione sottocommissione comitato ministero dipartimento direzione ufficio istituto"
              + " centro fondazione agenzia servizio associazione osservatorio museo liceo universita");

  /** Past "commissione Esteri e Difesa", "associazione Memorial", from the noun on. */
  private static int pastTitle(ParagraphText p, int noun, int to) {
    int end = noun + 1;
    if (!p.isAny(noun, BODIES) || end >= to || !p.isCapital(end) || p.inMention(end)) {
      return end;
    }
    end++;
    if (end + 1 < to && p.is(end, "e") && p.isCapital(end + 1) && !p.inMention(end + 1)) {
      end += 2;
    }
    return end;
  }

  private static final Set<String> POSSESSIVE = Grammar.words("suoi sue loro nostri nostre");

  /** "un funzionario accetta": no adjective of the noun, so a verb. */
  private boolean disagrees(String noun, String word) {
    return nouns.lookup(word).isEmpty()
        && noun.length() > 4
        && word.length() > 4
        && ((noun.endsWith("o") && word.endsWith("a") && !word.endsWith("sta"))
            || (noun.endsWith("trice") && word.endsWith("o")));
  }

  /** "assumerà", "parlò", "citando": a verb, whichever. */
  private static boolean isPastOrFuture(String word) {
    return word.length() > 3
        && (word.endsWith("rà")
            || word.endsWith("ò")
            || word.endsWith("ranno")
            || (word.length() > 6 && (word.endsWith("ando") || word.endsWith("endo")))
            || word.endsWith("ndosi")
            || word.endsWith("ndolo")
            || word.endsWith("ndola")
            || word.endsWith("evano")
            || word.endsWith("avano")
            || (word.length() > 6 && (word.endsWith("eva") || word.endsWith("ava"))));
  }

  /** "guidato da" */
  private static boolean isPassive(ParagraphText p, int at) {
    String word = p.word(at);
    return p.isAny(at + 1, Grammar.FROM)
        && word.length() > 4
        && (word.endsWith("o") || word.endsWith("a") || word.endsWith("i") || word.endsWith("e"))
        && word.charAt(word.length() - 2) == 't';
  }

  private static final Set<String> FIELDS =
      Grammar.words(
          "affari cultura comunicazione giustizia pace cooperazione sanzioni difesa diritti economia energia immigrazione infanzia"
              + " informazione integrazione lotta politica programma questioni rapporti relazioni"
              + " ricostruzione salute sicurezza stampa sviluppo etnopolitica contrasto");

  /** "per la Ricostruzione", after an office. */
  private static boolean isField(ParagraphText p, int at, int to) {
    return p.is(at, "per")
        && at + 2 < to
        && p.isAny(at + 1, Grammar.ARTICLES)
        && (p.isCapital(at + 2) || p.isAny(at + 2, FIELDS))
        && !p.startsMention(at + 2);
  }

  private boolean isVerb(String word) {
    return verbs
        .lookup(word)
        .filter(v -> v.form() == SpeechVerbs.Form.FINITE || v.form() == SpeechVerbs.Form.GERUND)
        .isPresent();
  }

  /** With the name that follows an office: il vicecapo dell'intelligence Vadym Skibitsky. */
  private NounPhrase nameWithin(ParagraphText p, NounPhrase phrase, int to) {
    int at = phrase.end();
    if (at >= to || p.inQuote(at) || (phrase.isPlural() && phrase.relation() != Relation.FREE)) {
      return phrase;
    }
    if (p.startsMention(at)
        && (p.mention(at).kind() == Mention.Kind.NAME
            || (p.mention(at).kind() == Mention.Kind.OFFICE_AND_NAME && p.isCapital(at)))
        && p.mention(at).actor().kind() == Actor.Kind.PERSON) {
      return phrase.named(-1, -1, p.mentionAt[at], p.mention(at).end());
    }
    int nickname = nickname(p, at, to);
    if (nickname >= 0) {
      int end = nickname + 1;
      while (end < to && p.isCapital(end) && p.quoteAt[end] == p.quoteAt[nickname]) {
        end++;
      }
      return phrase.named(nickname, end, phrase.mention(), p.inQuote(nickname) ? end + 1 : end);
    }
    int seat = pastSeat(p, at, to);
    if (seat > at) {
      NounPhrase named = nameWithin(p, phrase.upTo(seat), to);
      return named.isNamed(p) ? named : phrase;
    }
    int end = run(p, at, to);
    if (end > at && (end == at + 1 || at > phrase.head() + 1) && isNameApposed(p, end, to)) {
      return phrase.upTo(end); // "il presidente dello Yad Vashem, Dani Dayan,"
    }
    return end > at ? phrase.named(at, end, phrase.mention(), past(p, end, to)) : phrase;
  }

  private static final Set<String> CALLED =
      Grammar.words(
          "battaglia codice soprannominato soprannominata detto detta alias nome chiamato chiamata"
              + " chiama chiamare chiameremo come firma indicativo");

  /** Where the name begins in ", nome di battaglia Zub", "che si presenta solo come Zub"; or -1. */
  private static int nickname(ParagraphText p, int from, int to) {
    for (int i = from; i < Math.min(to, from + LONGEST + 3); i++) {
      boolean quote = p.isQuote(i) && i + 1 < to;
      int at = quote ? i + 1 : i;
      if (quote || p.isCapital(i)) {
        return i > from && p.isCapital(at) && !p.inMention(at) && p.isAny(i - 1, CALLED) ? at : -1;
      }
      if (!p.isWord(i) && !p.is(i, ",")) {
        return -1;
      }
    }
    return -1;
  }

  /** True where a comma, given name and surname, and another mark follow. */
  private boolean isNameApposed(ParagraphText p, int comma, int to) {
    if (comma + 2 >= to || !p.is(comma, ",")) {
      return false;
    }
    int start = p.isAny(comma + 1, TITLES) ? comma + 2 : comma + 1;
    int end =
        p.startsMention(start)
                && p.mention(start).kind() == Mention.Kind.NAME
                && p.mention(start).actor().kind() == Actor.Kind.PERSON
            ? p.mention(start).end()
            : run(p, start, to);
    boolean whole = end > start + 1 || (end > start && start > comma + 1);
    return whole && end < to && (p.isPunctuation(end) || p.isQuote(end));
  }

  /** "al Senato", "all'Onu", "in Polonia" after an office, where a name follows. */
  private static int pastSeat(ParagraphText p, int at, int to) {
    boolean seated =
        p.isAny(at, Grammar.TO) || p.is(at, "in") || p.is(at, "presso") || p.is(at, "per");
    int next = at + 1;
    if (seated && next < to && p.isAny(next, Grammar.ARTICLES)) {
      next++;
    }
    if (!seated || next + 1 >= to || !p.isCapital(next) || p.inQuote(next)) {
      return at;
    }
    int end = p.startsMention(next) ? p.mention(next).end() : next + 1;
    return end < to && p.isCapital(end) && !p.inQuote(end) ? end : at;
  }

  /** The end of capitalised words from a place on: a name with particles and initials. */
  private int run(ParagraphText p, int from, int to) {
    int end = from;
    boolean arabic = isArabic(p, from, to);
    for (int i = arabic ? from + 2 : from;
        i < to && i < from + 6 && !p.inQuote(i) && !p.inMention(i);
        i++) {
      if (p.isCapital(i)) {
        end = i + 1;
      } else if (!(i > from
          && i + 1 < to
          && p.isCapital(i + 1)
          && !p.inMention(i + 1)
          && !isFunction(p.word(i + 1))
          && (PARTICLES.contains(p.word(i)) || (p.is(i, ".") && p.written(i - 1).length() == 1)))) {
        break;
      }
    }
    return end;
  }

  /** "al-Shaibani" */
  private static boolean isArabic(ParagraphText p, int at, int to) {
    return at + 2 < to
        && (p.is(at, "al") || p.is(at, "el"))
        && p.is(at + 1, "-")
        && p.isCapital(at + 2)
        && p.tokens.get(at).end() == p.tokens.get(at + 1).start();
  }

  /** Past the full stop of an initial. */
  private static int past(ParagraphText p, int end, int to) {
    return end < to && p.is(end, ".") && p.written(end - 1).length() == 1 ? end + 1 : end;
  }

  private Optional<NounPhrase> name(
      ParagraphText p,
      int outer,
      int start,
      int at,
      int from,
      int to,
      Relation relation,
      boolean plural,
      Conversation conversation) {
    boolean initialled = isInitialled(p, at, to);
    boolean arabic = isArabic(p, at, to);
    if ((!p.isCapital(at) && !arabic) || (p.inMention(at) && !initialled) || isHyphenated(p, at)) {
      return Optional.empty();
    }
    if (at > 0 && STREETS.contains(p.word(at - 1))) {
      return Optional.empty();
    }
    int end = initialled ? at + 2 : run(p, at, to);
    if ((at > from && p.isCapital(at) && STREETS.contains(p.word(at))) || end <= at) {
      return Optional.empty();
    }
    boolean opens = at == from || (p.isPunctuation(at - 1) && !p.is(at - 1, ","));
    boolean known = conversation.bySurname(p.written(end - 1)).isPresent();
    boolean single = end == at + 1 || (arabic && end == at + 3);
    known |= arabic;
    known |= single && (isAged(p, end, to) || p.is(end, "(") || isDescribed(p, end, to));
    if (single && !known && ((opens && !mayOpen(p, at, to)) || isFunction(p.word(at)))) {
      return Optional.empty();
    }
    if (!single && ((opens && isFunction(p.word(at))) || isShouted(p, at, end))) {
      return Optional.empty();
    }
    boolean place = !known && outer == at - 1 && p.isAny(outer, PLACING);
    return Optional.of(
        new NounPhrase(
            outer,
            start,
            at,
            past(p, end, to),
            (single && !known) || place ? Kind.WORD : Kind.PERSON,
            relation,
            plural,
            true,
            p.isAny(at, TITLES) && !single ? at + 1 : at,
            end,
            -1));
  }

  /** Prepositions before the names of places: "in Alta Slesia", "ad Ust-Luga". */
  private static final Set<String> PLACING = Grammar.words("a ad in verso presso");

  /** "GLI ESULI RUSSI": a headline's words. */
  private static boolean isShouted(ParagraphText p, int from, int to) {
    for (int i = from; i < to; i++) {
      String word = p.written(i);
      if (!word.equals(word.toUpperCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHyphenated(ParagraphText p, int at) {
    return at > 0 && p.is(at - 1, "-") && p.tokens.get(at - 1).end() == p.tokens.get(at).start();
  }

  /** "Zenon, allevatore della zona,": no place or company. */
  private boolean isDescribed(ParagraphText p, int comma, int to) {
    return comma + 2 < to
        && p.is(comma, ",")
        && nouns
            .lookup(p.word(comma + 1))
            .or(() -> nouns.agent(p.word(comma + 1)))
            .filter(noun -> kind(noun) == Kind.PERSON && !noun.isPlural())
            .isPresent();
  }

  /** "Zenon, trentaquattro anni,": no place or company. */
  private static boolean isAged(ParagraphText p, int comma, int to) {
    return comma + 2 < to && p.is(comma, ",") && p.is(comma + 2, "anni");
  }

  /** "Zenon, …" */
  private static boolean mayOpen(ParagraphText p, int at, int to) {
    return at + 2 < to && p.is(at + 1, ",") && p.isWord(at + 2);
  }

  private boolean isFunction(String word) {
    return FUNCTION.contains(word)
        || Grammar.ADVERBS.contains(word)
        || Grammar.PREPOSITIONS.contains(word)
        || Grammar.FROM.contains(word)
        || Grammar.OF.contains(word)
        || Grammar.DETERMINERS.contains(word)
        || Grammar.TIME.contains(word)
        || Grammar.HAVE.contains(word)
        || Grammar.BE.contains(word)
        || Grammar.PRONOUNS.contains(word)
        || verbs.lookup(word).isPresent();
  }

  /** With what stands beside it between commas: the office of a name, the name of an office. */
  private NounPhrase apposition(
      ParagraphText p, NounPhrase phrase, int from, int to, Conversation conversation) {
    NounPhrase whole = pastOffice(p, parenthesis(p, phrase, to), to);
    int comma = whole.end();
    if (whole.kind() == Kind.PLACE
        || whole.kind() == Kind.BODY
        || whole.kind() == Kind.DOCUMENT
        || whole.isPlural()
        || comma + 1 >= to
        || !p.is(comma, ",")
        || p.inQuote(comma)) {
      return whole;
    }
    if (isAged(p, comma, to) && comma + 4 < to && p.is(comma + 3, ",") && whole.isNamed(p)) {
      NounPhrase aged = apposition(p, whole.upTo(comma + 3), from, to, conversation);
      return aged.end() > comma + 3 ? aged : whole;
    }
    Optional<NounPhrase> next = at(p, comma + 1, from, to, conversation);
    boolean heads =
        (p.is(comma + 1, "a") && p.is(comma + 2, "capo"))
            || (p.is(comma + 1, "alla") && (p.is(comma + 2, "guida") || p.is(comma + 2, "testa")));
    if (heads && whole.isNamed(p)) {
      return whole.upTo(modifiers(p, comma + 3, to));
    }
    if (next.isEmpty() || !next.get().isFree()) {
      return whole;
    }
    NounPhrase other = next.get();
    boolean closed = other.end() >= to || p.isPunctuation(other.end()) || p.isQuote(other.end());
    boolean hasName =
        whole.isNamed()
            || (whole.mention() >= 0
                && p.mentions.get(whole.mention()).kind() != Mention.Kind.OFFICE);
    if (hasName) {
      boolean office =
          other.kind() == Kind.PERSON
              && !other.isPlural()
              && !other.isNamed()
              && (other.mention() < 0
                  || p.mentions.get(other.mention()).kind() == Mention.Kind.OFFICE);
      return office && (closed || other.start() == other.head())
          ? new NounPhrase(
              whole.outer(),
              whole.start(),
              whole.head(),
              other.end(),
              Kind.PERSON,
              whole.relation(),
              whole.isPlural(),
              whole.isDefinite(),
              whole.nameStart(),
              whole.nameEnd(),
              whole.mention() >= 0 ? whole.mention() : other.mention())
          : whole;
    }
    boolean apart = closed && !p.is(other.end(), ";");
    boolean person =
        (other.start() == other.head() || (apart && other.isNamed(p)))
            && ((other.isNamed()
                    && (other.kind() == Kind.PERSON || (closed && other.kind() == Kind.WORD)))
                || (other.mention() >= 0
                    && p.mentions.get(other.mention()).kind() != Mention.Kind.OFFICE
                    && other.kind() == Kind.PERSON));
    if (!person || !closed) {
      return whole;
    }
    return whole.named(
        other.nameStart(),
        other.nameEnd(),
        other.isNamed() ? whole.mention() : other.mention(),
        other.end());
  }

  private static final Set<String> CLAUSES =
      Grammar.words("che cui quale quali dove chi se si non");

  /**
   * "Il comandante delle forze senza pilota, Robert Brovdi,": with what an office has beside it.
   */
  private NounPhrase pastOffice(ParagraphText p, NounPhrase phrase, int to) {
    boolean office = phrase.kind() == Kind.PERSON && !phrase.isNamed(p) && !phrase.isPlural();
    for (int i = phrase.end(); office && i < Math.min(to - 2, phrase.end() + LONGEST); i++) {
      if (p.is(i, ",") && i > phrase.end()) {
        return isNameApposed(p, i, to) ? phrase.upTo(i) : phrase;
      }
      if (!p.isWord(i)
          || p.inQuote(i)
          || p.isAny(i, Grammar.HAVE)
          || (p.isAny(i, Grammar.BE) && !p.written(i).equals("e"))
          || p.isAny(i, CLAUSES)
          || p.isAny(i, PREDICATES)
          || (isVerb(p.word(i)) && !p.isAny(i - 1, Grammar.ARTICLES))) {
        return phrase;
      }
    }
    return phrase;
  }

  /** Ricciardi (M5S) */
  private static NounPhrase parenthesis(ParagraphText p, NounPhrase phrase, int to) {
    int open = phrase.end();
    if (phrase.kind() == Kind.PERSON && open + 2 < to && p.is(open, "(") && !p.inQuote(open)) {
      for (int i = open + 1; i < Math.min(to, open + 6); i++) {
        if (p.is(i, ")")) {
          return phrase.upTo(i + 1);
        }
      }
    }
    return phrase;
  }
}
