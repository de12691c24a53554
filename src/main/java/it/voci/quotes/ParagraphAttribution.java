package it.voci.quotes;

import it.voci.actors.Actor;
import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.quotes.Attribution.Kind;
import it.voci.quotes.ParagraphText.Unit;
import it.voci.quotes.QuotationMarks.Quoted;
import it.voci.quotes.SpeechVerbs.Complement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The attributions of one paragraph. Used once. */
final class ParagraphAttribution {
  private static Set<String> words(String blankSeparated) {
    return new HashSet<>(List.of(blankSeparated.split(" ")));
  }

  private static final Set<String> ADVERBS =
      words(
          "ieri oggi poi anche inoltre quindi invece pero ancora subito infine gia non lo la l' li gli"
              + " le si ne ci vi cosi intanto allora sempre infatti dunque stamani stamattina stasera"
              + " ora adesso pure piu sera mattina notte pomeriggio scorso scorsa mattinata serata apertamente tuttavia successivamente martedi mercoledi giovedi"
              + " venerdi sabato domenica lunedi dopo prima altresi stesso stessa");
  private static final Set<String> ARTICLES =
      words(
          "il lo la l' i gli le un uno una un' questo questa quel quello quella alcuni alcune molti diversi lo stesso"
              .replace(" lo stesso", ""));
  private static final Set<String> GOVERNING =
      words(
          "con contro per tra fra verso dopo prima su sul sullo sulla sull' sui sugli sulle a ad al allo alla all' ai agli alle"
              + " in nel nello nella nell' nei negli nelle di del dello della dell' dei degli delle d' presso durante senza"
              + " come che verso attraverso tramite nonostante davanti insieme");
  private static final Set<String> OF = words("di del dello della dell' dei degli delle d'");
  private static final Set<String> FROM = words("da dal dallo dalla dall' dai dagli dalle");
  private static final Set<String> PRONOUNS =
      words("lui lei egli ella loro quest'ultimo quest'ultima costui");

  /** Whom a cue belongs to, and where that one is named (-1 where understood). */
  private record Subject(Speaker speaker, int start, int end) {
    boolean isNamed() {
      return start >= 0;
    }
  }

  /** A stretch of speech in tokens. */
  private record Piece(
      int start, int end, Kind kind, Optional<Cue> cue, Speaker speaker, boolean explicit) {}

  private final ParagraphText p;
  private final CueFinder cueFinder;
  private final Conversation conversation;
  private final List<Piece> pieces = new ArrayList<>();
  private final Set<Integer> usedQuotes = new HashSet<>();
  private int mentionsSeen;

  ParagraphAttribution(ParagraphText paragraph, CueFinder cueFinder, Conversation conversation) {
    this.p = paragraph;
    this.cueFinder = cueFinder;
    this.conversation = conversation;
  }

  List<Attribution> find() {
    if (isHeading()) {
      nameUpTo(p.size());
      return List.of();
    }
    if (!colonSpeaker()) {
      for (int u = 0; u < p.units.size(); u++) {
        unit(p.units.get(u), u);
      }
    }
    nameUpTo(p.size());
    pieces.sort(Comparator.comparingInt(Piece::start));
    List<Attribution> found = new ArrayList<>();
    int done = 0;
    for (Piece piece : pieces) {
      int start = Math.max(piece.start(), done);
      int end = piece.end();
      while (start < end && p.isPunctuation(start) && !p.is(start, "…")) {
        start++;
      }
      while (end > start && p.isPunctuation(end - 1)) {
        end--;
      }
      if (p.words(start, end) == 0) {
        continue;
      }
      found.add(
          new Attribution(
              p.span(start, end),
              piece.kind(),
              piece.cue().map(cue -> p.span(cue.start(), cue.end())),
              piece.speaker()));
      done = end;
    }
    return List.copyOf(found);
  }

  /** A headline or caption: short and without a final stop. */
  private boolean isHeading() {
    if (p.size() == 0) {
      return true;
    }
    int last = p.size() - 1;
    while (last > 0 && (p.isQuote(last) || p.is(last, ")"))) {
      last--;
    }
    boolean stopped =
        p.folded[last].matches("[.!?…:]")
            || p.isQuote(p.size() - 1)
                && p.words(0, p.quotes.isEmpty() ? p.size() : p.quotes.get(0).start()) == 0;
    return p.words(0, p.size()) <= 25 && !stopped;
  }

  /** "Dvalidze: Il 54 per cento …": a whole paragraph after a name and a colon. */
  private boolean colonSpeaker() {
    int colon = -1;
    for (int i = 0; i < Math.min(10, p.size()); i++) {
      if (p.is(i, ":")) {
        colon = i;
        break;
      }
      if (p.isPunctuation(i) && !p.is(i, ",") && !p.is(i, "(") && !p.is(i, ")")) {
        return false;
      }
    }
    if (colon < 1 || p.words(colon, p.size()) < 8 || !cueFinder.find(p, 0, colon).isEmpty()) {
      return false;
    }
    Subject named = nounBefore(colon, 0);
    if (!named.isNamed() || named.start() > 1 || !p.isCapital(named.start())) {
      return false;
    }
    for (int i = named.start(); i < named.end(); i++) {
      if (p.mentionAt[i] < 0
          && (!p.isCapital(i)
              || named.end() - named.start() < 2
                  && conversation.bySurname(p.tokens.get(i).text()).isEmpty())) {
        return false;
      }
    }
    if (p.mentionAt[named.start()] >= 0
        && p.mentions.get(p.mentionAt[named.start()]).kind() == Mention.Kind.PLACE) {
      return false;
    }
    boolean quoted = colon + 1 < p.size() && p.isQuote(colon + 1);
    if (quoted && p.quotes.get(0).end() < p.size() - 3) {
      return false;
    }
    add(new Piece(colon + 1, p.size(), Kind.DIRECT, Optional.empty(), named.speaker(), true));
    return true;
  }

  private void add(Piece piece) {
    pieces.add(piece);
    if (piece.speaker().isKnown()) {
      conversation.spoke(piece.speaker());
    }
  }

  /** Tells the conversation of everybody named before a token. */
  private void nameUpTo(int token) {
    while (mentionsSeen < p.mentions.size() && p.mentions.get(mentionsSeen).start() < token) {
      Mention mention = p.mentions.get(mentionsSeen++);
      if (mention.kind() != Mention.Kind.PLACE && mention.actor().side() != Side.UNKNOWN) {
        conversation.named(speaker(mention));
      }
    }
  }

  private Speaker speaker(Mention mention) {
    Speaker plain = Conversation.of(mention, p.source(mention.start(), mention.end()));
    if (mention.actor().side() == Side.UNKNOWN || mention.actor().kind() == Actor.Kind.OFFICE) {
      if (mention.kind() == Mention.Kind.OFFICE && mention.actor().side() == Side.UNKNOWN) {
        Optional<Speaker> known = conversation.byOffice(p.folded[mention.start()]);
        if (known.isPresent()) {
          return with(known.get(), plain.asWritten());
        }
      }
    }
    return plain;
  }

  private static Speaker with(Speaker speaker, Optional<String> asWritten) {
    return new Speaker(speaker.name(), speaker.side(), speaker.office(), asWritten);
  }

  // --- one sentence -----------------------------------------------------------------------------

  private void unit(Unit unit, int number) {
    List<Cue> cues = cueFinder.find(p, unit.start(), unit.end());
    List<Quoted> quotes =
        p.quotes.stream().filter(q -> q.start() < unit.end() && q.end() > unit.start()).toList();
    int before = pieces.size();
    if (backReference(unit, number, cues)) {
      nameUpTo(unit.end());
      return;
    }
    List<Subject> subjects = new ArrayList<>();
    for (Cue cue : cues) {
      nameUpTo(cue.start());
      subjects.add(subject(cue, unit, subjects));
    }
    boolean[] spent = new boolean[cues.size()];
    for (Quoted quote : quotes) {
      directWithCue(quote, unit, cues, subjects, spent);
    }
    for (int c = 0; c < cues.size(); c++) {
      if (!spent[c] && !isCovered(cues.get(c).start(), unit)) {
        indirect(c, unit, cues, subjects);
      }
    }
    for (Quoted quote : quotes) {
      if (!usedQuotes.contains(p.quotes.indexOf(quote))
          && !isCovered(Math.max(quote.start(), unit.start()), unit)) {
        directAlone(quote, unit);
      }
    }
    nameUpTo(unit.end());
    if (pieces.size() == before && !afterColon(unit)) {
      continued(unit, number);
    }
    if (pieces.size() == before) {
      focus(unit);
    }
  }

  /**
   * "Zelensky ha corretto il tiro: nessuno può dire …": what follows the colon is the subject's.
   */
  private boolean afterColon(Unit unit) {
    for (int i = unit.start() + 1; i < unit.end(); i++) {
      if (p.is(i, ":") && !p.inQuote(i)) {
        Optional<Speaker> speaker = unitSpeaker(unit, i);
        if (speaker.isEmpty() || p.words(i, unit.end()) < 6 || p.words(unit.start(), i) > 30) {
          return false;
        }
        add(new Piece(i + 1, unit.end(), Kind.INDIRECT, Optional.empty(), speaker.get(), false));
        return true;
      }
    }
    return false;
  }

  /** Whom a sentence without speech is about: the first one named freely near its beginning. */
  private void focus(Unit unit) {
    for (Mention mention : p.mentions) {
      if (mention.start() >= unit.start()
          && mention.end() <= unit.end()
          && mention.kind() != Mention.Kind.PLACE
          && mention.actor().side() != Side.UNKNOWN
          && !p.inQuote(mention.start())
          && !isGoverned(mention.start())) {
        if (p.words(unit.start(), mention.start()) <= 12) {
          conversation.focus(speaker(mention));
        }
        return;
      }
    }
  }

  /** "Lo riferisce la Tass.", "Così Peskov.", "È quanto afferma …": gives the sentence before. */
  private boolean backReference(Unit unit, int number, List<Cue> cues) {
    int start = unit.start();
    if (number == 0 || p.words(start, unit.end()) > 30) {
      return false;
    }
    boolean back =
        (p.is(start, "cosi")
                && start + 1 < unit.end()
                && p.mentionAt[Math.min(p.size() - 1, start + 1 + article(start + 1))] >= 0)
            || (p.folded[start].matches("lo|l'|a")
                && !cues.isEmpty()
                && cues.get(0).start() <= start + 1
                && !hasContent(cues.get(0), unit))
            || (p.folded[start].matches("e|e'")
                && start + 1 < unit.end()
                && p.folded[start + 1].equals("quanto"))
            || (p.is(start, "parole") || p.is(start, "parola"))
            || (p.is(start, "a")
                && start + 1 < unit.end()
                && p.folded[start + 1].matches("\\p{L}+(arlo|irlo|erlo|rlo)"));
    if (!back) {
      return false;
    }
    Speaker speaker = Speaker.NOBODY;
    for (Mention mention : p.mentions) {
      if (mention.start() > start
          && mention.end() <= unit.end()
          && !mention.isMerePlace()
          && !isGovernedBut(mention.start(), FROM)) {
        speaker = speaker(mention);
        break;
      }
    }
    if (!speaker.isKnown() && !cues.isEmpty()) {
      Subject after = nounAfter(cues.get(0).end(), unit.end(), false);
      speaker = after.speaker();
    }
    if (!speaker.isKnown()) {
      return false;
    }
    Unit previous = p.units.get(number - 1);
    boolean changed = false;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.start() >= previous.start() && !piece.explicit()) {
        pieces.set(
            i,
            new Piece(
                piece.start(),
                piece.end(),
                piece.kind(),
                cues.stream().findFirst(),
                speaker,
                true));
        changed = true;
      }
    }
    boolean none = pieces.stream().noneMatch(piece -> piece.start() >= previous.start());
    if (none) {
      add(
          new Piece(
              previous.start(),
              previous.end(),
              Kind.INDIRECT,
              cues.stream().findFirst(),
              speaker,
              true));
    }
    if (changed || none) {
      conversation.spoke(speaker);
    }
    return true;
  }

  private int article(int at) {
    return at < p.size() && ARTICLES.contains(p.folded[at]) ? 1 : 0;
  }

  private boolean hasContent(Cue cue, Unit unit) {
    for (int i = cue.end(); i < Math.min(unit.end(), cue.end() + 8); i++) {
      if (p.is(i, "che") || p.is(i, ":")) {
        return true;
      }
    }
    return false;
  }

  // --- quotations -------------------------------------------------------------------------------

  private boolean isCovered(int token, Unit unit) {
    return pieces.stream()
        .anyMatch(
            piece ->
                piece.start() >= unit.start() && piece.start() <= token && token < piece.end());
  }

  private void directWithCue(
      Quoted quote, Unit unit, List<Cue> cues, List<Subject> subjects, boolean[] spent) {
    int start = Math.max(quote.start(), unit.start());
    int end = Math.min(quote.end(), unit.end());
    int length = p.words(start, end);
    int open = start - 1;
    int close = end < p.size() && p.isQuote(end) ? end + 1 : end;
    // A tag after it: “…”, ha detto X.
    for (int c = 0; c < cues.size(); c++) {
      Cue cue = cues.get(c);
      Subject subject = subjects.get(c);
      int tag =
          subject.isNamed() && subject.start() < cue.start()
              ? Math.min(subject.start(), cue.start())
              : cue.start();
      if (cue.start() >= close
          && p.words(close, tag) <= 2
          && !hasStop(close, tag)
          && length >= 2
          && (p.is(close, ",")
              || p.is(close, "–")
              || p.is(close, "-")
              || tag == close
              || p.is(close, "."))
          && (cue.kind() != Cue.Kind.SOURCE || p.is(close, ","))) {
        if (isStitched(quote, unit, length)) {
          break;
        }
        addDirect(quote, start, end, cue, subject);
        spent[c] = !hasOwnContent(cue, subject, unit);
        return;
      }
    }
    // A cue before it: X ha detto: “…”
    for (int c = cues.size() - 1; c >= 0; c--) {
      Cue cue = cues.get(c);
      if (cue.end() > open) {
        continue;
      }
      Subject subject = subjects.get(c);
      int from = subject.isNamed() && subject.start() >= cue.end() ? subject.end() : cue.end();
      boolean colon = p.is(open - 1, ":");
      int gap = p.words(from, open);
      boolean near =
          gap == 0
              || (gap == 1
                  && (p.is(open - 1, "che")
                      || p.is(open - 1, "di")
                      || p.is(open - 1, "un")
                      || p.is(open - 1, "una")
                      || p.is(open - 1, "come")));
      boolean alone =
          end >= unit.end() - 2
              || p.words(end, unit.end()) <= 1
              || p.is(close, ",")
              || p.is(close, ";")
              || p.is(close, ".");
      boolean parenthesis =
          subject.speaker().isKnown()
              && p.is(
                  Math.min(cue.start(), subject.isNamed() ? subject.start() : cue.start()) - 1, ",")
              && p.is(open - 1, ",");
      if (colon && !hasStop(from, open - 1) || near && !parenthesis && (alone || length >= 8)) {
        addDirect(quote, start, end, cue, subject);
        spent[c] = true;
        return;
      }
      break;
    }
  }

  /** A quotation without words of saying beside it. */
  private void directAlone(Quoted quote, Unit unit) {
    int start = Math.max(quote.start(), unit.start());
    int end = Math.min(quote.end(), unit.end());
    int length = p.words(start, end);
    int open = start - 1;
    int close = end < p.size() && p.isQuote(end) ? end + 1 : end;
    if (p.is(open - 1, ":")) {
      Subject named = nounBefore(open - 1, unit.start());
      if (named.isNamed() && length >= 2) {
        addDirect(quote, start, end, null, named);
        return;
      }
      if (length >= 4) {
        Speaker speaker = unitSpeaker(unit, open).orElse(previousSpeaker());
        pieces.add(
            new Piece(
                start,
                end,
                Kind.DIRECT,
                Optional.empty(),
                speaker,
                unitSpeaker(unit, open).isPresent()));
        used(quote);
        conversation.spoke(speaker);
        return;
      }
    }
    if (isStitched(quote, unit, length)) {
      return;
    }
    boolean whole = p.words(unit.start(), start) <= 1;
    if (length >= 6 || whole && length >= 3) {
      Speaker speaker = Speaker.NOBODY;
      boolean explicit = false;
      // “…”, così X / “…” (X): whoever is named right after it.
      if (close < unit.end()) {
        Optional<Mention> after = firstMention(close, Math.min(unit.end(), close + 5));
        if (after.isPresent() && (p.is(close, ",") || p.is(close, "–") || p.is(close, "("))) {
          speaker = speaker(after.get());
          explicit = true;
        }
      }
      if (!speaker.isKnown()) {
        speaker =
            (whole ? Optional.<Speaker>empty() : unitSpeaker(unit, open)).orElse(previousSpeaker());
      }
      pieces.add(new Piece(start, end, Kind.DIRECT, Optional.empty(), speaker, explicit));
      used(quote);
      conversation.spoke(speaker);
    }
  }

  private Speaker previousSpeaker() {
    return conversation.focus();
  }

  private void addDirect(Quoted quote, int start, int end, Cue cue, Subject subject) {
    used(quote);
    add(
        new Piece(
            start,
            end,
            Kind.DIRECT,
            Optional.ofNullable(cue),
            subject.speaker(),
            subject.isNamed()));
  }

  private void used(Quoted quote) {
    usedQuotes.add(p.quotes.indexOf(quote));
  }

  /** A few quoted words within the writer's syntax. */
  private boolean isStitched(Quoted quote, Unit unit, int length) {
    boolean begins = p.words(unit.start(), quote.start()) == 0;
    return !begins && length < 6 && !p.is(quote.start() - 2, ":");
  }

  private boolean hasStop(int from, int to) {
    for (int i = from; i < to; i++) {
      if (p.folded[i].matches("[;.!?]")) {
        return true;
      }
    }
    return false;
  }

  /** True where what follows a tag is reported by it as well: “…”, ha detto X spiegando che … */
  private boolean hasOwnContent(Cue cue, Subject subject, Unit unit) {
    int from = subject.isNamed() && subject.start() >= cue.end() ? subject.end() : cue.end();
    for (int i = from; i < Math.min(unit.end(), from + 3); i++) {
      if (p.is(i, "che")) {
        return true;
      }
    }
    for (int i = from; i < Math.min(unit.end(), from + 14); i++) {
      if (p.is(i, ":") && p.words(i, unit.end()) >= 4 && !p.inQuote(i + 1) && !p.isQuote(i + 1)) {
        return true;
      }
      if (p.folded[i].matches("[;.,]")) {
        return false;
      }
    }
    return false;
  }

  // --- reported speech --------------------------------------------------------------------------

  private void indirect(int c, Unit unit, List<Cue> cues, List<Subject> subjects) {
    Cue cue = cues.get(c);
    Subject subject = subjects.get(c);
    int limit = unit.end();
    for (int n = c + 1; n < cues.size(); n++) {
      Subject next = subjects.get(n);
      boolean other = next.isNamed() && !next.speaker().name().equals(subject.speaker().name());
      if (other && cues.get(n).kind() != Cue.Kind.GERUND) {
        int turn = turn(cue.end(), Math.min(cues.get(n).start(), next.start()));
        if (turn > 0) {
          limit = turn;
          break;
        }
      }
    }
    int tagStart = subject.isNamed() ? Math.min(cue.start(), subject.start()) : cue.start();
    int tagEnd = subject.isNamed() ? Math.max(cue.end(), subject.end()) : cue.end();
    while (tagStart > unit.start()
        && p.isWord(tagStart - 1)
        && !p.inQuote(tagStart - 1)
        && (ARTICLES.contains(p.folded[tagStart - 1])
            || ADVERBS.contains(p.folded[tagStart - 1])
            || p.is(tagStart - 1, "come"))) {
      tagStart--;
    }
    int floor = unit.start();
    for (Piece piece : pieces) {
      if (piece.start() >= unit.start() && piece.end() <= tagStart) {
        floor =
            Math.max(
                floor,
                piece.kind() == Kind.DIRECT ? Math.min(unit.end(), piece.end() + 1) : piece.end());
      }
    }
    if (cue.kind() == Cue.Kind.SOURCE) {
      int after = subject.isNamed() ? Math.max(cue.end(), subject.end()) : cue.end();
      boolean late =
          p.words(floor, cue.start()) >= 4
              || p.words(floor, cue.start()) >= 1 && p.is(cue.start() - 1, ",");
      if (!subject.speaker().isKnown()) {
        return;
      }
      if (late && p.is(cue.start() - 1, ",") || late && p.words(after, limit) < 4) {
        int from = clauseStart(floor, cue.start());
        int to = p.words(after, limit) < 3 ? cue.start() : limit;
        addIndirect(from, to, cue, subject);
      } else {
        addIndirect(after, limit, cue, subject);
      }
      return;
    }
    // A tag between commas: content, spiega X, content.
    boolean comma =
        tagStart > floor
            && (p.is(tagStart - 1, ",") || p.is(tagStart - 1, "–"))
            && p.words(floor, tagStart) >= 1;
    int afterTag = apposition(skip(tagEnd, limit), limit);
    boolean ends = afterTag >= limit || p.folded[afterTag].matches("[,.;–:!?…]");
    boolean clause = che(cue, subject, limit) > 0;
    if (comma && ends && !clause && cue.kind() == Cue.Kind.VERB) {
      if (subject.speaker().isKnown()) {
        int from = clauseStart(floor, tagStart);
        int to = p.words(afterTag, limit) < 2 ? tagStart : limit;
        if (!coveredBy(from, to)) {
          addIndirect(from, to, cue, subject);
        }
      }
      return;
    }
    int start = content(cue, subject, limit);
    if (start > 0 && start < limit) {
      addIndirect(start, limit, cue, subject);
    } else if (subject.isNamed()) {
      conversation.spoke(subject.speaker());
    }
  }

  private boolean coveredBy(int from, int to) {
    int covered = 0;
    for (Piece piece : pieces) {
      covered += Math.max(0, Math.min(to, piece.end()) - Math.max(from, piece.start()));
    }
    return covered * 2 > to - from;
  }

  private int clauseStart(int from, int to) {
    int start = from;
    for (int i = from; i < to; i++) {
      if ((p.is(i, ";") || p.is(i, ":")) && !p.inQuote(i)) {
        start = i + 1;
      }
    }
    return start;
  }

  /** Where speech turns to the next speaker: the last strong break before that one. */
  private int turn(int from, int to) {
    for (int i = to; i > from + 2; i--) {
      if (i < p.size()
          && !p.inQuote(i)
          && (p.folded[i].matches("[;.]")
              || p.is(i, "mentre")
              || p.is(i, "ma")
              || p.is(i, "e") && p.is(i - 1, ","))) {
        return i;
      }
    }
    return -1;
  }

  private void addIndirect(int start, int end, Cue cue, Subject subject) {
    int from = start;
    // Quotations already given out bound the reported stretch.
    for (Piece piece : pieces) {
      if (piece.start() <= from && piece.end() > from) {
        from = piece.end();
      }
    }
    int to = end;
    for (Piece piece : pieces) {
      if (piece.start() > from && piece.start() < to) {
        to = piece.start();
      }
    }
    if (p.words(from, to) < 1) {
      return;
    }
    add(new Piece(from, to, Kind.INDIRECT, Optional.of(cue), subject.speaker(), subject.isNamed()));
  }

  /** After "che", or -1. */
  private int che(Cue cue, Subject subject, int limit) {
    int from = subject.isNamed() && subject.start() >= cue.end() ? subject.end() : cue.end();
    int words = 0;
    for (int i = from; i < limit && words <= 14; i++) {
      if (p.is(i, "che") || p.is(i, "perche") && words <= 1) {
        return i + 1;
      }
      if (p.is(i, "come") && words == 0) {
        return i;
      }
      if (p.folded[i].matches("[;.:!?]") || p.inQuote(i)) {
        return -1;
      }
      words += p.isPunctuation(i) ? 0 : 1;
    }
    return -1;
  }

  /** First token of what a cue reports, or -1. */
  private int content(Cue cue, Subject subject, int limit) {
    int from = subject.isNamed() && subject.start() >= cue.end() ? subject.end() : cue.end();
    boolean noun = cue.takes(Complement.NOME);
    int che = che(cue, subject, limit);
    int after = skip(from, limit);
    if (cue.takes(Complement.CHE) || cue.takes(Complement.CITA)) {
      if (che > 0 && (!noun || p.words(from, che) <= 4 || !startsNoun(after))) {
        return che;
      }
    }
    int words = 0;
    for (int i = from; i < limit && words <= 22; i++) {
      if (p.is(i, ":") && !p.inQuote(i)) {
        if (!noun || words <= 3 || !startsNoun(after)) {
          return i + 1;
        }
        break;
      }
      if (p.folded[i].matches("[;.!?]")) {
        break;
      }
      words += p.isPunctuation(i) ? 0 : 1;
    }
    if (cue.takes(Complement.DI) && after < limit && OF.contains(p.folded[after])) {
      return p.is(after, "di") || p.is(after, "d'") ? after + 1 : after;
    }
    if (cue.takes(Complement.A)) {
      for (int i = after; i < Math.min(limit, after + 10); i++) {
        if (p.folded[i].matches("a|ad")
            && i + 1 < limit
            && p.folded[i + 1].matches("\\p{L}+(are|ere|ire|rsi|rre|rlo|rla|rne)|non")) {
          return i + 1;
        }
      }
    }
    if (noun && after < limit) {
      int object = after;
      if (p.words(object, limit) >= 1 && !p.folded[object].matches("[,.;:!?–)]")) {
        return object;
      }
    }
    if (che > 0 && cue.takes(Complement.DI)) {
      return che;
    }
    return -1;
  }

  private boolean startsNoun(int at) {
    return at < p.size()
        && (ARTICLES.contains(p.folded[at]) || OF.contains(p.folded[at]) || p.inQuote(at));
  }

  /** Past adverbs. */
  private int skip(int from, int limit) {
    int at = from;
    while (at < limit
        && p.isWord(at)
        && ADVERBS.contains(p.folded[at])
        && !ARTICLES.contains(p.folded[at])) {
      at++;
    }
    return at;
  }

  /** Past "a" complement or office after a speaker's name: "X ai giornalisti", "X in una nota". */
  private int apposition(int from, int limit) {
    int at = from;
    int steps = 0;
    while (at < limit
        && steps < 14
        && !p.folded[at].matches("[,.;:!?–…]")
        && !p.inQuote(at)
        && !p.isQuote(at)
        && !p.is(at, "che")) {
      at++;
      steps++;
    }
    return at < limit && steps < 14 && (p.isPunctuation(at) || at == limit) || at == limit
        ? at
        : from;
  }

  // --- who
  // ----------------------------------------------------------------------------------------

  private Subject understood(List<Subject> before) {
    for (int i = before.size() - 1; i >= 0; i--) {
      if (before.get(i).speaker().isKnown()) {
        return new Subject(before.get(i).speaker().understood(), -1, -1);
      }
    }
    return new Subject(conversation.focus(), -1, -1);
  }

  private Subject subject(Cue cue, Unit unit, List<Subject> before) {
    if (cue.kind() == Cue.Kind.SOURCE) {
      if (p.folded[cue.end() - 1].matches("dire|giudizio|parere|avviso|detta")) {
        return understood(before);
      }
      return source(cue, unit, before);
    }
    if (cue.kind() == Cue.Kind.GERUND) {
      Subject known = understood(before);
      if (known.speaker().isKnown() && !before.isEmpty()) {
        return known;
      }
      Subject left = nounBefore(cue.start(), unit.start());
      return left.isNamed() ? left : known;
    }
    boolean tag = isTag(cue, unit);
    if (tag) {
      Subject after = nounAfter(cue.end(), unit.end(), true);
      if (after.isNamed()) {
        return after;
      }
    }
    if (p.is(cue.start() - 1, "come")) {
      Subject after = nounAfter(cue.end(), unit.end(), true);
      if (after.isNamed()) {
        return after;
      }
    }
    Subject left = nounBefore(cue.start(), unit.start());
    if (left.isNamed() && left.speaker().isKnown()) {
      return left;
    }
    if (!cue.takes(Complement.NOME) || left.speaker() == Speaker.NOBODY) {
      Subject after = nounAfter(cue.end(), unit.end(), false);
      if (after.isNamed() && !objectOf(cue, after, unit)) {
        return after;
      }
    }
    for (int i = cue.start() - 1; i >= unit.start() && i > cue.start() - 12; i--) {
      int m = p.mentionAt[i];
      if (m >= 0
          && FROM.contains(i > 0 ? p.folded[Math.max(0, p.mentions.get(m).start() - 1)] : "")) {
        Mention mention = p.mentions.get(m);
        return new Subject(speaker(mention), mention.start(), mention.end());
      }
    }
    return understood(before);
  }

  private boolean objectOf(Cue cue, Subject after, Unit unit) {
    return cue.takes(Complement.NOME)
        && !(after.end() < unit.end() && (p.is(after.end(), "che") || p.is(after.end(), ":")));
  }

  /** True where a cue stands as a tag: after a quotation, or between commas. */
  private boolean isTag(Cue cue, Unit unit) {
    int at = cue.start() - 1;
    return at >= unit.start()
        && (p.is(at, ",") || p.is(at, "–") || p.isQuote(at) || p.is(at, "-") || p.is(at, "…"));
  }

  private Subject source(Cue cue, Unit unit, List<Subject> before) {
    int at = cue.end();
    if (at < unit.end() && p.is(at, "quanto")) {
      // secondo quanto riferisce X / riportato da X
      for (int i = at + 1; i < Math.min(unit.end(), at + 8); i++) {
        if (p.mentionAt[i] >= 0) {
          Mention mention = p.mentions.get(p.mentionAt[i]);
          return new Subject(speaker(mention), at, mention.end());
        }
        if (p.is(i, ",")) {
          break;
        }
      }
      return new Subject(Speaker.NOBODY, -1, -1);
    }
    if (at < unit.end() && PRONOUNS.contains(p.folded[at])) {
      Subject known = understood(before);
      return new Subject(known.speaker(), at, at + 1);
    }
    return nounAfter(at, unit.end(), true);
  }

  private boolean isGoverned(int start) {
    return isGovernedBut(start, Set.of());
  }

  private boolean isGovernedBut(int start, Set<String> allowed) {
    int at = start - 1;
    while (at >= 0
        && (ARTICLES.contains(p.folded[at])
            || p.folded[at].matches("stesso|stessa|ex|neo|allora"))) {
      at--;
    }
    if (at < 0 || allowed.contains(p.folded[at])) {
      return false;
    }
    return GOVERNING.contains(p.folded[at]) || FROM.contains(p.folded[at]);
  }

  /** The noun phrase that ends before a verb, past parentheses between commas. */
  private Subject nounBefore(int verb, int from) {
    int at = verb - 1;
    int parentheses = 0;
    int lowest = from;
    for (int i = verb - 1; i >= from; i--) {
      if (p.folded[i].matches("[;:]") || p.isQuote(i) && i < verb - 1) {
        lowest = i + 1;
        break;
      }
    }
    while (at >= lowest && verb - at < 45) {
      if (p.isQuote(at)) {
        at--;
        continue;
      }
      if (p.mentionAt[at] >= 0) {
        Mention mention = p.mentions.get(p.mentionAt[at]);
        boolean place = mention.kind() == Mention.Kind.PLACE && p.words(mention.end(), verb) > 3;
        if (!isGoverned(mention.start()) && !place) {
          return new Subject(speaker(mention), mention.start(), mention.end());
        }
        at = mention.start() - 1;
        while (at >= lowest
            && (ARTICLES.contains(p.folded[at])
                || GOVERNING.contains(p.folded[at])
                || FROM.contains(p.folded[at]))) {
          at--;
        }
        continue;
      }
      if (p.is(at, ",") || p.is(at, ")") || p.is(at, "–")) {
        at--;
        if (++parentheses > 3) {
          break;
        }
        continue;
      }
      if (p.isWord(at) && p.is(at, "che")) {
        // A relative clause: its antecedent stands right before.
        at--;
        continue;
      }
      if (p.isCapital(at) && at > from) {
        int start = at;
        while (start > lowest && p.isCapital(start - 1) && p.mentionAt[start - 1] < 0) {
          start--;
        }
        if (!isGoverned(start)
            && (at > start || conversation.bySurname(p.tokens.get(at).text()).isPresent())) {
          Subject named = properName(start, at + 1);
          if (named.isNamed()) {
            return named;
          }
        }
        at = start - 1;
        continue;
      }
      if (p.isCapital(at) && at == from) {
        Optional<Speaker> known = conversation.bySurname(p.tokens.get(at).text());
        if (known.isPresent()) {
          return new Subject(with(known.get(), Optional.of(p.source(at, at + 1))), at, at + 1);
        }
      }
      if (ARTICLES.contains(p.folded[at]) && at + 1 < verb && p.isWord(at + 1) && !isGoverned(at)) {
        if (verb - at <= 9 && !hasComma(at, verb) || verb - at <= 14 && p.is(verb - 1, ",")) {
          Subject noun = commonNoun(at + 1, verb, false);
          if (noun.isNamed()) {
            return noun;
          }
        }
      }
      at--;
    }
    return opening(verb, from);
  }

  private boolean hasComma(int from, int to) {
    for (int i = from; i < to; i++) {
      if (p.is(i, ",")) {
        return true;
      }
    }
    return false;
  }

  private Subject nounAfter(int from, int limit, boolean anyNoun) {
    int at = from;
    while (at < limit
        && at < from + 5
        && p.mentionAt[at] < 0
        && (ADVERBS.contains(p.folded[at])
            || ARTICLES.contains(p.folded[at])
            || p.folded[at].matches(
                    "a|sua|volta|ex|neo|stesso|in|serata|mattinata|giorni|scorsi|al|termine")
                && p.mentionAt[at] < 0)) {
      if (ARTICLES.contains(p.folded[at])
          && at + 1 < limit
          && p.mentionAt[at + 1] < 0
          && !p.isCapital(at + 1)
          && !ADVERBS.contains(p.folded[at + 1])
          && !p.folded[at + 1].matches("ex|neo|stesso|stessa|allora")) {
        break;
      }
      at++;
    }
    if (at >= limit) {
      return new Subject(Speaker.NOBODY, -1, -1);
    }
    if (p.mentionAt[at] >= 0) {
      Mention mention = p.mentions.get(p.mentionAt[at]);
      if (!isGovernedBut(
              mention.start(),
              Set.of(
                  "come", "che", "secondo", "per", "a", "al", "di", "della", "del", "dell'", "alla",
                  "all'", "ai", "dei", "degli", "delle"))
          || anyNoun) {
        int end = mention.end();
        return new Subject(speaker(mention), mention.start(), end);
      }
      return new Subject(Speaker.NOBODY, -1, -1);
    }
    if (p.isCapital(at) && at > from - 1) {
      int end = at + 1;
      while (end < limit && p.isCapital(end) && p.mentionAt[end] < 0) {
        end++;
      }
      return properName(at, end);
    }
    boolean article = ARTICLES.contains(p.folded[at]);
    if ((article
            || anyNoun
                && !GOVERNING.contains(p.folded[at])
                && !FROM.contains(p.folded[at])
                && p.isWord(at))
        && at + 1 < limit) {
      int start = article ? at + 1 : at;
      int end = start;
      while (end < limit
          && end < start + 9
          && !p.folded[end].matches("[,.;:!?–…()]")
          && !p.isQuote(end)
          && !p.is(end, "che")) {
        end++;
      }
      // il coordinatore, Denis Torri
      if (end + 1 < limit && p.is(end, ",") && p.isCapital(end + 1)) {
        int last = end + 1;
        while (last < limit && p.isCapital(last)) {
          last++;
        }
        if (p.mentionAt[end + 1] >= 0) {
          Mention mention = p.mentions.get(p.mentionAt[end + 1]);
          return new Subject(speaker(mention), start, mention.end());
        }
        if (last - end > 2) {
          Subject named = properName(end + 1, last);
          return new Subject(
              with(named.speaker(), Optional.of(p.source(start, last))), start, last);
        }
      }
      if (anyNoun && (end >= limit || p.isPunctuation(end) || p.is(end, "che"))) {
        for (int i = start; i < end; i++) {
          if (p.isCapital(i) && i > start) {
            int last = i;
            while (last < end && p.isCapital(last)) {
              last++;
            }
            if (last - i >= 2 && p.mentionAt[i] < 0 && !isGoverned(i)) {
              Subject named = properName(i, last);
              return new Subject(
                  with(named.speaker(), Optional.of(p.source(start, last))), start, last);
            }
          }
          if (p.mentionAt[i] >= 0 && !isGoverned(i)) {
            Mention mention = p.mentions.get(p.mentionAt[i]);
            return new Subject(speaker(mention), start, mention.end());
          }
        }
        return commonNoun(start, end, true);
      }
    }
    return new Subject(Speaker.NOBODY, -1, -1);
  }

  /** A name nobody knows, or one introduced before. */
  private Subject properName(int start, int end) {
    String written = p.source(start, end);
    Optional<Speaker> known = conversation.bySurname(p.tokens.get(end - 1).text());
    if (known.isPresent()) {
      return new Subject(with(known.get(), Optional.of(written)), start, end);
    }
    if (p.tokens.get(start).text().length() < 3) {
      return new Subject(Speaker.NOBODY, -1, -1);
    }
    Speaker speaker = new Speaker(written, Side.OTHER, "", Optional.of(written));
    conversation.named(speaker);
    return new Subject(speaker, start, end);
  }

  private static final Set<String> DOCUMENTS =
      words(
          "nota comunicato documento testo rapporto bollettino messaggio post dichiarazione lettera"
              + " relazione aggiornamento analisi studio dossier rapporto briefing articolo risoluzione");

  private static final Set<String> NOT_NOUNS =
      words(
          "ha hanno e' era sono aveva avevano sara non si che quando dove mentre nessuno questo quello cio chi");

  /** "Funzionari della Difesa americana stimano": a bare plural that opens a sentence. */
  private Subject opening(int verb, int from) {
    int words = p.words(from, verb);
    if (words < 1
        || words > 7
        || !p.isWord(from)
        || GOVERNING.contains(p.folded[from])
        || ARTICLES.contains(p.folded[from])) {
      return new Subject(Speaker.NOBODY, -1, -1);
    }
    for (int i = from; i < verb; i++) {
      if (p.isPunctuation(i) || ADVERBS.contains(p.folded[i]) || NOT_NOUNS.contains(p.folded[i])) {
        return new Subject(Speaker.NOBODY, -1, -1);
      }
    }
    if (!PEOPLE.contains(p.folded[from])) {
      return new Subject(Speaker.NOBODY, -1, -1);
    }
    return person(from, verb);
  }

  private Subject commonNoun(int start, int end, boolean anybody) {
    int last = end;
    while (last > start && (p.isPunctuation(last - 1) || ADVERBS.contains(p.folded[last - 1]))) {
      last--;
    }
    for (int i = start; i < last; i++) {
      if (p.isPunctuation(i) || NOT_NOUNS.contains(p.folded[i])) {
        last = i;
      }
    }
    if (last <= start || last - start > 8 || !p.isWord(start)) {
      return new Subject(Speaker.NOBODY, -1, -1);
    }
    int at = start;
    while (at < last - 1
        && p.folded[at].matches(
            "stesso|stessa|ex|neo|allora|suo|sua|nuovo|nuova|giovane|anziano|anziana")) {
      at++;
    }
    String head = p.folded[at];
    if (DOCUMENTS.contains(head)) {
      for (int i = at; i < last; i++) {
        if (p.mentionAt[i] >= 0) {
          return new Subject(speaker(p.mentions.get(p.mentionAt[i])), start, last);
        }
      }
      return new Subject(conversation.focus(), start, last);
    }
    Optional<Speaker> known = conversation.byOffice(head);
    if (known.isPresent()) {
      return new Subject(with(known.get(), Optional.of(p.source(start, last))), start, last);
    }
    return anybody || PEOPLE.contains(head)
        ? person(start, last)
        : new Subject(Speaker.NOBODY, -1, -1);
  }

  private static final Set<String> PEOPLE =
      words(
          "donna uomo ragazza ragazzo madre padre moglie marito figlia figlio vedova sorella fratello parroco"
              + " prete suora vescovo cardinale medico infermiera maestra maestro insegnante preside contadino"
              + " pescatore autista camionista imprenditore titolare operaio studente studentessa famiglie famiglia"
              + " abitanti residenti testimoni testimone profughi profuga profugo rifugiati soldati soldato militare"
              + " ufficiale prigioniero prigionieri genitori avvocato avvocata avvocati legale legali armatore"
              + " coordinatore coordinatrice volontari volontaria volontario attivisti attivista collega colleghi"
              + " interlocutore fonti fonte esperti esperto tecnici tecnico operatori operatore diplomatico"
              + " diplomatici funzionario funzionari dirigente dirigenti giornalista giornalisti inviato"
              + " corrispondente corrispondenti blogger canale canali quotidiano giornale agenzia sito rivista"
              + " organizzazione associazione sindacato azienda societa gruppo ong procura tribunale corte giudice"
              + " giudici ministero governo esercito stato presidenza comune regione prefettura ambasciata"
              + " direttore direttrice segretario segretaria capo responsabile presidente vicepresidente leader"
              + " storico storica politologo politologa economista ricercatore ricercatrice professore"
              + " professoressa docente studioso studiosa generale colonnello capitano maggiore ammiraglio"
              + " comandante sindaco sindaca governatore governatrice ministro ministra viceministro premier"
              + " portavoce ambasciatore ambasciatrice consigliere consigliera deputato deputata senatore"
              + " senatrice eurodeputato eurodeputata pontefice papa patriarca nunzio presule porporato");

  /** Somebody the gazetteer does not know, on the side of whoever the phrase names. */
  private Subject person(int start, int end) {
    Side side = Side.OTHER;
    for (int i = start; i < end; i++) {
      if (p.mentionAt[i] >= 0) {
        side = p.mentions.get(p.mentionAt[i]).actor().side();
      }
    }
    String written = p.source(start, end);
    return new Subject(
        new Speaker(written, side, p.folded[start], Optional.of(written)), start, end);
  }

  /** The first one named freely in a sentence before a token. */
  private Optional<Speaker> unitSpeaker(Unit unit, int to) {
    for (int i = unit.start(); i < to; i++) {
      int m = p.mentionAt[i];
      if (m >= 0) {
        Mention mention = p.mentions.get(m);
        if (mention.kind() != Mention.Kind.PLACE && !isGoverned(mention.start())) {
          return Optional.of(speaker(mention));
        }
        i = mention.end() - 1;
      } else if (p.isCapital(i)
          && i + 1 < to
          && p.isCapital(i + 1)
          && p.mentionAt[i + 1] < 0
          && !p.inQuote(i)) {
        int last = i + 1;
        while (last < to && p.isCapital(last)) {
          last++;
        }
        if (!isGoverned(i)) {
          return Optional.of(properName(i, last).speaker());
        }
        i = last - 1;
      }
    }
    return Optional.empty();
  }

  private Optional<Mention> firstMention(int from, int to) {
    return p.mentions.stream().filter(m -> m.start() >= from && m.start() < to).findFirst();
  }

  // --- without any cue
  // ----------------------------------------------------------------------------

  /** A conditional of report right after reported speech: the same speaker goes on. */
  private void continued(Unit unit, int number) {
    if (number == 0 || pieces.isEmpty()) {
      return;
    }
    Piece last = pieces.get(pieces.size() - 1);
    Unit before = p.units.get(number - 1);
    if (last.start() < before.start()
        || last.kind() != Kind.INDIRECT
        || !last.speaker().isKnown()) {
      return;
    }
    for (int i = unit.start(); i < unit.end(); i++) {
      if (p.folded[i].matches("avrebbe|avrebbero|sarebbe|sarebbero|starebbe|starebbero")
          && !p.inQuote(i)) {
        pieces.add(
            new Piece(
                unit.start(),
                unit.end(),
                Kind.INDIRECT,
                Optional.empty(),
                last.speaker().understood(),
                false));
        return;
      }
    }
  }
}
