package it.voci.quotes;

import static it.voci.quotes.Grammar.words;

import it.voci.quotes.Attribution.Kind;
import it.voci.quotes.ParagraphText.Unit;
import it.voci.quotes.Pieces.Piece;
import it.voci.quotes.SpeechVerbs.Complement;
import it.voci.text.Token;
import java.util.Optional;
import java.util.Set;

/** Delimits and attributes the reported speech of a sentence. */
final class ReportedSpeech {
  private static final Set<String> BEFORE_TAG = words("come per");

  private final ParagraphText p;
  private final Pieces pieces;

  ReportedSpeech(ParagraphText paragraph, Pieces pieces) {
    this.p = paragraph;
    this.pieces = pieces;
  }

  void find(SentenceParts s) {
    for (int c = 0; c < s.cues().size(); c++) {
      if (!pieces.isCovered(s.cues().get(c).start())
          && (!s.isSpent(c) || hasMore(s.cues().get(c), s.subjects().get(c), s.unit()))) {
        report(c, s);
      }
    }
  }

  /** True where what follows a tag is reported by it as well: “…”, ha detto X: non c'è … */
  private boolean hasMore(Cue cue, Subject subject, Unit unit) {
    int from = subject.to(cue);
    if (isRelative(cue, subject)) {
      return false;
    }
    if (p.is(from, "che")
        || (cue.takes(Complement.DI) && p.is(from, "di") && p.words(from, unit.end()) >= 4)) {
      return !pieces.isCovered(from + 1) && !p.inQuote(from + 2);
    }
    int che = che(cue, subject, unit.end());
    if (che > 0 && pieces.last().start() > che && !pieces.isCovered(che) && !p.inQuote(che + 1)) {
      return true;
    }
    if (cue.takes(Complement.A)) {
      int to = infinitiveAfterA(from, unit.end());
      if (to > 0 && !pieces.isCovered(to) && pieces.last().start() > to) {
        return true;
      }
    }
    for (int i = from; i < Math.min(unit.end(), from + 14); i++) {
      if (p.is(i, ":") && p.words(i, unit.end()) >= 4 && !p.inQuote(i + 1) && !p.isQuote(i + 1)) {
        return true;
      }
      if (p.isMark(i, ";.,")) {
        return false;
      }
    }
    return false;
  }

  private void report(int c, SentenceParts s) {
    Cue cue = s.cues().get(c);
    Subject subject = s.subjects().get(c);
    Unit unit = s.unit();
    int limit = limit(c, s);
    int tag = tagStart(cue, subject, unit);
    int floor = floor(tag, unit);
    if (cue.kind() == Cue.Kind.SOURCE) {
      source(cue, subject, floor, limit);
      return;
    }
    boolean relative = p.is(cue.start() - 1, "che") && subject.isNamed();
    boolean apart =
        !relative
            && tag > floor
            && p.words(floor, tag) >= 1
            && (p.isMark(tag - 1, ",–—(-") || (p.isMark(tag - 1, ":;") && refersBack(cue)));
    boolean inverted = apart && subject.start() >= cue.end() && p.words(floor, tag) > 3;
    boolean described = inverted && isRelative(cue, subject);
    int after =
        described ? relativeEnd(subject.to(cue), limit) : pastComplements(subject.to(cue), limit);
    boolean closed =
        described || after >= limit || p.isMark(after, ",.;–—!?…)-") || p.isQuote(after);
    boolean clause = !inverted && che(cue, subject, limit) > 0;
    if (refersBack(cue)
        && pieces.sentence().stream().anyMatch(x -> x.cue().filter(this::refersBack).isPresent())) {
      return; // "…: lo dice X, lo conferma Y"
    }
    if (apart && closed && !clause && cue.kind() != Cue.Kind.GERUND && s.isClosedTag(c)) {
      if (subject.isKnown()) {
        int from =
            Math.max(
                subject.isNamed() ? clauseStart(floor, tag) : floor,
                colonStart(floor, tag, subject, s));
        boolean ends =
            refersBack(cue)
                || p.words(after, limit) < 2
                || (p.is(after + 1, "senza") && p.words(after, limit) < 5);
        int to = ends ? tag : limit;
        boolean before = to == tag && subject.start() < cue.end();
        if (!pieces.isCovered(from, to) && !(before && isNoClause(from, to, s))) {
          add(from, to, cue, subject);
        }
      }
      return;
    }
    int comma = subject.to(cue);
    boolean as = p.is(tag, "come") && p.is(comma, ",") && tag == floor && subject.isKnown();
    if (as && cue.kind() == Cue.Kind.VERB) {
      add(comma + 1, limit, cue, subject);
      return;
    }
    if (cue.isTagOnly() || (cue.kind() == Cue.Kind.IMPERSONAL && !clause)) {
      return;
    }
    int start = content(cue, subject, limit);
    if (start > 0 && start < limit && subject.isKnown()) {
      boolean isClause = start == che(cue, subject, limit) || p.is(start - 1, ":");
      add(
          start,
          isClause ? limit : nominalEnd(start, limit, isByTheWay(cue, subject)),
          cue,
          subject);
    }
  }

  /** "…, racconta un medico che era lì": whom a tag names is described by what follows. */
  private boolean isRelative(Cue cue, Subject subject) {
    return subject.start() >= cue.end() && p.is(subject.to(cue), "che");
  }

  private int relativeEnd(int che, int limit) {
    int end = che;
    while (end < limit && !p.isMark(end, ",;:")) {
      end++;
    }
    return end;
  }

  /** "L'ambasciata, in una nota, ha protestato": somebody and adverbials, but no words of his. */
  private boolean isNoClause(int from, int to, SentenceParts s) {
    int start = from;
    boolean any = false;
    for (int i = from; i < to; i++) {
      if (i == from || p.is(i - 1, ",")) {
        start = i;
      }
      if (i + 1 == to || p.is(i + 1, ",")) {
        if (p.is(i, ",")) {
          continue;
        }
        boolean adverbial = p.isAny(start, Grammar.PREPOSITIONS) || p.isAny(start, Grammar.FROM);
        if (!adverbial && !s.isPhrase(start, i + 1) && !isParticiple(start)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private boolean isParticiple(int at) {
    return p.isWord(at)
        && p.word(at).length() > 4
        && (p.word(at).endsWith("to")
            || p.word(at).endsWith("ta")
            || p.word(at).endsWith("ti")
            || p.word(at).endsWith("te"))
        && !p.isAny(at - 1, Grammar.ARTICLES);
  }

  private void source(Cue cue, Subject subject, int floor, int limit) {
    if (!subject.isKnown()) {
      return;
    }
    int after = pastApposition(pastRelative(subject.to(cue), limit), limit);

    if (p.is(subject.to(cue) - 1, "quale") || p.is(subject.to(cue) - 1, "cui")) {
      add(after, limit, cue, subject);
      return;
    }
    int before = p.words(floor, cue.start());
    int stop = clauseEnd(after, limit);
    boolean comma = p.isMark(cue.start() - 1, ",–(");
    boolean ends = p.words(after, limit) < 3;
    if ((before >= 1 && comma) || (before >= 4 && p.words(after, limit) < 4)) {
      add(clauseStart(floor, cue.start()), ends ? cue.start() : limit, cue, subject);
    } else if (before >= 3 && !comma && !p.is(cue.start() - 1, "che")) {
      add(clauseStart(floor, cue.start()), stop, cue, subject);
    } else {
      add(after, limit, cue, subject);
    }
  }

  /** "Secondo funzionari che hanno visto le carte, …" */
  private int pastRelative(int after, int limit) {
    boolean comma = p.is(after, ",") && p.is(after + 1, "che");
    int from = comma ? after + 1 : after;
    for (int i = from; p.is(from, "che") && i < Math.min(limit, from + 14); i++) {
      if (p.is(i, ",")) {
        return i + 1;
      }
    }
    return after;
  }

  /** "Per X, docente alla Cattolica, …": past what the phrase leaves of an apposition. */
  private int pastApposition(int after, int limit) {
    if (p.is(after, ",") && p.isAny(after + 1, APPOSED)) {
      for (int i = after + 2; i < Math.min(limit, after + 30) && !p.isMark(i, ".;:"); i++) {
        if (p.is(i, ",")) {
          return i + 1;
        }
      }
    }
    if (after >= limit || !p.isAny(after, Grammar.PREPOSITIONS)) {
      return after;
    }
    boolean apposition = false;
    for (int i = after - 1; i > after - 6 && i > 0; i--) {
      apposition |= p.is(i, ",");
    }
    for (int i = after; apposition && i < Math.min(limit, after + 8); i++) {
      if (p.is(i, ",")) {
        return i + 1;
      }
    }
    return after;
  }

  /** What opens a description of somebody just named. */
  private static final Set<String> APPOSED =
      words(
          "oggi gia ora fino da dal dalla in ong ex docente analista direttore direttrice professore"
              + " professoressa ricercatore ricercatrice presidente capo portavoce responsabile"
              + " consigliere consigliera autore autrice esperto esperta membro");

  /** Up to where a cue reports: the end of the sentence, or where somebody else takes over. */
  private int limit(int c, SentenceParts s) {
    Cue cue = s.cues().get(c);
    Subject subject = s.subjects().get(c);
    for (int n = c + 1; n < s.cues().size(); n++) {
      Subject next = s.subjects().get(n);
      boolean other = next.isNamed() && !next.speaker().name().equals(subject.speaker().name());
      Cue turning = s.cues().get(n);
      boolean embedded = turning.kind() == Cue.Kind.SOURCE && p.is(turning.start() - 1, "che");
      if (other && !embedded && turning.kind() != Cue.Kind.GERUND) {
        int turn = turn(cue, turning, next.from(turning));
        if (turn > 0) {
          return turn;
        }
      }
    }
    return s.unit().end();
  }

  /**
   * The last strong break before the next speaker, or -1; a comma is one after a question by the
   * way: "a chi gli chiedeva se …, il ministro ha risposto che …".
   */
  private int turn(Cue cue, Cue next, int to) {
    boolean asked =
        isQuestion(cue) && (p.is(cue.start() - 1, "che") || p.is(cue.start() - 1, "chi"));
    boolean says = next.takes(Complement.CHE);
    for (int i = to; i > cue.end() + 2; i--) {
      if (i < p.size()
          && !p.inQuote(i)
          && (p.isMark(i, ";.")
              || p.is(i, "mentre")
              || (p.is(i, "e") && ((says && i == to - 1) || p.is(i - 1, ",")))
              || (asked && p.is(i, ",")))) {
        return i;
      }
    }
    return -1;
  }

  private int tagStart(Cue cue, Subject subject, Unit unit) {
    int start = subject.from(cue);
    while (start > unit.start()
        && p.isWord(start - 1)
        && !p.inQuote(start - 1)
        && (Grammar.ADVERBS.contains(p.word(start - 1))
            || BEFORE_TAG.contains(p.word(start - 1)))) {
      start--;
    }
    return start;
  }

  private int floor(int tag, Unit unit) {
    int floor = unit.start();
    for (Piece piece : pieces.sentence()) {
      if (piece.end() <= tag) {
        int end = piece.kind() == Kind.DIRECT ? piece.end() + 1 : piece.end();
        floor = Math.max(floor, Math.min(unit.end(), end));
      }
    }
    return floor;
  }

  private void add(int from, int to, Cue cue, Subject subject) {
    pieces.addAround(
        new Piece(from, to, Kind.INDIRECT, Optional.of(cue), subject.speaker(), subject.isNamed()));
  }

  private int clauseStart(int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (p.isMark(i, ";")) {
        start = i + 1;
      }
    }
    return start;
  }

  /** "Il ministero, a cui Roma aveva chiesto un gesto, ha risposto …" */
  private boolean isByTheWay(Cue cue, Subject subject) {
    int before = subject.from(cue) - 1;
    boolean apart = p.is(before - 1, ",") || p.is(before - 2, ",");
    return p.is(cue.start() - 1, "che") || (apart && (p.is(before, "che") || p.is(before, "cui")));
  }

  private int clauseEnd(int from, int limit) {
    int end = from;
    while (end < limit && !p.is(end, ";")) {
      end++;
    }
    return end;
  }

  /** A noun or an infinitive reaches to the end of its clause only. */
  private int nominalEnd(int start, int limit, boolean byTheWay) {
    for (int i = start + 1; i < limit - 1; i++) {
      boolean remark = byTheWay || p.is(i + 1, "cui") || p.is(i + 2, "cui");
      if (p.is(i, ",") && !p.inQuote(i) && remark) {
        return i;
      }
      boolean turns = p.is(i + 1, "ma") || p.is(i + 1, "mentre");
      if (p.isMark(i, ";") || (p.is(i, ",") && !p.inQuote(i) && turns)) {
        return i;
      }
    }
    return limit;
  }

  /** Past a colon before which the speaker of a tag stands. */
  private int colonStart(int from, int to, Subject subject, SentenceParts s) {
    for (int i = from; i < to; i++) {
      if (p.isMark(i, ":")) {
        boolean same =
            s.topic(i).filter(x -> x.name().equals(subject.speaker().name())).isPresent();
        return same ? i + 1 : from;
      }
    }
    return from;
  }

  /** After "che", or -1. */
  private int che(Cue cue, Subject subject, int limit) {
    int from = subject.to(cue);
    int words = 0;
    boolean comma = false;
    for (int i = from; i < limit && words <= 18; i++) {
      int past = pastParenthesis(i, limit);
      if (past > i && p.is(past, "che")) {
        return past + 1;
      }
      i = past;
      if (p.is(i, "che") && ((comma && !p.is(i - 1, ",")) || (p.is(i - 1, ",") && words > 0))) {
        return -1;
      }
      comma |= p.is(i, ",");
      if (p.is(i, "che")
          || (words <= 1 && p.is(i, "perche") && !p.isPunctuation(i - 1))
          || (words <= 2 && p.is(i, "se") && isQuestion(cue))) {
        return i + 1;
      }
      if (words == 0 && p.is(i, "come")) {
        return i;
      }
      if (p.isMark(i, ";.:!?") || p.inQuote(i)) {
        return -1;
      }
      if (p.is(i, ",") && words > 6) {
        return -1;
      }
      words += p.isPunctuation(i) ? 0 : 1;
    }
    return -1;
  }

  /**
   * "ha comunicato, in una nota diffusa ieri, che …", "ha chiesto, nella sua nota, di …": where
   * what follows a parenthesis of adverbs stands; otherwise the token itself.
   */
  private int pastParenthesis(int comma, int limit) {
    if (comma >= limit || !p.is(comma, ",") || !startsComplement(comma + 1)) {
      return comma;
    }
    for (int i = comma + 2; i < Math.min(limit, comma + 22); i++) {
      if (p.isMark(i, ";.:!?") || p.inQuote(i)) {
        return comma;
      }
      if (p.is(i, ",") && (p.is(i + 1, "che") || (p.is(i + 1, "di") && isInfinitive(i + 2)))) {
        return i + 1;
      }
    }
    return comma;
  }

  private static boolean isQuestion(Cue cue) {
    return cue.verb().equals("chiedere") || cue.verb().equals("domandare");
  }

  /** First token of what a cue reports, or -1. */
  private int content(Cue cue, Subject subject, int limit) {
    int from = subject.to(cue);
    boolean noun = cue.takes(Complement.NOME);
    int che = che(cue, subject, limit);
    int after = pastParenthesis(pastAdverbs(from, limit), limit);
    if ((cue.takes(Complement.CHE) || cue.takes(Complement.CITA))
        && che > 0
        && (!noun || p.words(from, che) <= 1 || p.is(che - 2, ",") || startsComplement(after))) {
      return che;
    }
    if (che < 0
        && cue.takes(Complement.CHE)
        && p.is(after, "di")
        && (isInfinitive(after + 1) || p.is(after + 1, "non"))) {
      return after + 1;
    }
    int direct =
        cue.takes(Complement.DI) && after < limit && p.isAny(after, Grammar.OF) ? after : -1;
    if (direct > 0 && che < 0) {
      return p.is(direct, "di") || p.is(direct, "d'") ? direct + 1 : direct;
    }
    int colon = colon(from, limit);
    int to = cue.takes(Complement.A) ? infinitiveAfterA(after, limit) : -1;
    if (to > 0 && (colon < 0 || to < colon)) {
      return to;
    }
    if (colon > 0 && (!noun || p.words(from, colon) <= 3 || !startsNoun(after))) {
      return colon + 1;
    }
    if (cue.takes(Complement.DI) && after < limit) {
      int of = of(after, limit);
      if (of > 0) {
        return p.is(of, "di") || p.is(of, "d'") ? of + 1 : of;
      }
      if (isInfinitive(after)) {
        return after;
      }
    }
    if (noun) {
      after = nominalStart(after, limit);
    }
    if (noun
        && after > 0
        && after < limit
        && (p.isWord(after) || p.isQuote(after) || isNumber(after))
        && !p.is(after, "e")
        && !hasObject(cue)) {
      return after;
    }
    return che > 0 && cue.takes(Complement.DI) ? che : -1;
  }

  private static final Set<String> ADVERBIAL =
      words("con a al alla all' ai agli alle allo davanti");

  /**
   * Past words of time and complements: "ha condannato con forza i lanci"; -1 where nothing is
   * left.
   */
  private int nominalStart(int after, int limit) {
    int at = after;
    while (at < limit
        && (p.isAny(at, Grammar.TIME) || (p.is(at, ",") && p.isAny(at + 1, Grammar.TIME)))) {
      at++;
    }
    if (at > after && p.is(at, ",")) {
      at++;
    }
    if (p.is(at, "per") && isInfinitive(at + 1)) {
      return -1;
    }
    if (at >= limit || !p.isAny(at, ADVERBIAL) || p.startsMention(at)) {
      return at;
    }
    for (int i = at + 2; i < Math.min(limit, at + 7); i++) {
      if (p.isPunctuation(i) || p.inQuote(i)) {
        return -1;
      }
      if (p.isAny(i, Grammar.ARTICLES)) {
        return i;
      }
    }
    return -1;
  }

  /** "l'ha annunciata": the content is a pronoun. */
  private boolean hasObject(Cue cue) {
    return p.isAny(cue.start(), OBJECTS) && !JUDGING.contains(cue.verb());
  }

  /** "…: lo ha detto X": the content stands before. */
  private boolean refersBack(Cue cue) {
    return p.is(cue.start(), "lo") || p.is(cue.start(), "l'");
  }

  private static final Set<String> OBJECTS = words("lo la l' li le ne");
  private static final Set<String> JUDGING =
      words(
          "definire giudicare ritenere reputare considerare bollare attribuire liquidare"
              + " descrivere presentare");

  private boolean isNumber(int at) {
    return p.tokens.get(at).kind() == Token.Kind.NUMBER;
  }

  private int of(int after, int limit) {
    for (int i = after; i < Math.min(limit, after + 12); i++) {
      if (p.is(i, "di") && (isInfinitive(i + 1) || p.is(i + 1, "non"))) {
        return i;
      }
      if (i == after && p.isAny(i, Grammar.OF)) {
        return i;
      }
      if (p.isPunctuation(i) || p.inQuote(i)) {
        return -1;
      }
    }
    return -1;
  }

  private int colon(int from, int limit) {
    int words = 0;
    for (int i = from; i < limit && words <= 22; i++) {
      if (p.isMark(i, ":")) {
        return i;
      }
      if (p.isMark(i, ";.!?")) {
        return -1;
      }
      words += p.isPunctuation(i) ? 0 : 1;
    }
    return -1;
  }

  private int infinitiveAfterA(int after, int limit) {
    for (int i = after; i < Math.min(limit, after + 12) - 1; i++) {
      if ((p.is(i, "a") || p.is(i, "ad")) && (isInfinitive(i + 1) || p.is(i + 1, "non"))) {
        return i + 1;
      }
    }
    return -1;
  }

  private static final Set<String> SHORTENED = words("voler aver esser poter dover");

  private boolean isInfinitive(int at) {
    if (at >= p.size() || !p.isWord(at)) {
      return false;
    }
    String word = p.word(at);
    return word.length() > 3
        && (SHORTENED.contains(word)
            || word.endsWith("are")
            || word.endsWith("rle")
            || word.endsWith("rli")
            || word.endsWith("rci")
            || word.endsWith("ere")
            || word.endsWith("ire")
            || word.endsWith("rsi")
            || word.endsWith("rre")
            || word.endsWith("rlo")
            || word.endsWith("rla")
            || word.endsWith("rne"));
  }

  /**
   * "ai giornalisti", "in una nota", "lunedì": what can stand before a clause, but is no object.
   */
  private boolean startsComplement(int at) {
    return at < p.size()
        && (p.isAny(at, Grammar.PREPOSITIONS)
            || p.isAny(at, Grammar.ADVERBS)
            || p.isAny(at, Grammar.TIME)
            || p.is(at, ","));
  }

  private boolean startsNoun(int at) {
    return at < p.size()
        && (Grammar.ARTICLES.contains(p.word(at))
            || Grammar.OF.contains(p.word(at))
            || p.inQuote(at));
  }

  private int pastAdverbs(int from, int limit) {
    int at = from;
    while (at < limit
        && p.isWord(at)
        && Grammar.ADVERBS.contains(p.word(at))
        && !p.is(at, "in")
        && !p.is(at, "non")
        && !p.is(at, "a")
        && !p.is(at, "piu")) {
      at++;
    }
    return at;
  }

  /** Past what stands before the next mark after a cue: "ai giornalisti", "in una nota". */
  private int pastComplements(int from, int limit) {
    int at = from;
    while (at < limit
        && at < from + 14
        && (p.isWord(at) || isNumber(at))
        && !p.inQuote(at)
        && !p.is(at, "che")) {
      at++;
    }
    return at < from + 14 ? at : from;
  }
}
