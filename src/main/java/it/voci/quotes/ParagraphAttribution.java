package it.voci.quotes;

import it.voci.actors.Mention;
import it.voci.quotes.Attribution.Kind;
import it.voci.quotes.ParagraphText.Unit;
import it.voci.quotes.Pieces.Piece;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The attributions of one paragraph. Used once. */
final class ParagraphAttribution {
  private static final int VOCATIVE = 6;

  private final ParagraphText p;
  private final Rules rules;
  private final Conversation conversation;
  private final Pieces pieces;
  private final DirectSpeech direct;
  private final ReportedSpeech reported;
  private Piece held;
  private Unit heldUnit;
  private int body;

  /** What all paragraphs share. */
  record Rules(CueFinder cues, NounPhrases phrases, Referents referents) {}

  ParagraphAttribution(ParagraphText paragraph, Rules rules, Conversation conversation) {
    this.p = paragraph;
    this.rules = rules;
    this.conversation = conversation;
    pieces = new Pieces(p, conversation);
    direct = new DirectSpeech(p, conversation, pieces);
    reported = new ReportedSpeech(p, pieces);
  }

  List<Attribution> find() {
    scene();
    body = Headings.end(p);
    conversation.headline(Speaker.NOBODY);
    if (body > 0) {
      SentenceParts title = parts(new Unit(0, body));
      topicOf(title);
      for (int i = 0; i < body; i++) {
        if (p.isMark(i, ":")) {
          title.endingAt(i).ifPresent(conversation::headline);
        }
      }
    }
    if (body < p.size() && !colonSpeaker(body)) {
      Unit before = null;
      for (Unit whole : p.units) {
        if (whole.end() > body) {
          Unit unit = new Unit(Math.max(body, whole.start()), whole.end());
          if (!Headings.isCapitals(p, unit)) {
            sentence(unit, before);
            before = unit;
          }
        }
      }
    }
    return pieces.attributions();
  }

  /** The whole paragraph, as the words of whom the article interviews. */
  List<Attribution> answer() {
    Speaker speaker = conversation.protagonist();
    if (!speaker.isKnown()) {
      return find();
    }
    if (!p.quotes.isEmpty() && p.quotes.get(0).start() <= 1) {
      QuotationMarks.Quoted quote = p.quotes.get(0);
      pieces.add(
          new Piece(quote.start(), quote.end(), Kind.DIRECT, Optional.empty(), speaker, false));
    } else {
      int start = Interview.answerStart(p);
      pieces.add(new Piece(start, p.size(), Kind.DIRECT, Optional.empty(), speaker, false));
    }
    return pieces.attributions();
  }

  /** A question of an interview, which may call by name who answers: "Professor Neri, …". */
  List<Attribution> question() {
    for (NounPhrase phrase :
        rules.phrases().find(p, 0, Math.min(VOCATIVE, p.size()), conversation)) {
      if (phrase.isFree() && phrase.isNamed(p) && p.is(phrase.end(), ",")) {
        Speaker called = rules.referents().resolve(p, phrase, conversation);
        conversation.interviewed(
            conversation
                .bySurname(called.name().substring(called.name().lastIndexOf(' ') + 1))
                .orElse(called));
        break;
      }
    }
    return List.of();
  }

  /** On whose ground the paragraph is: the first place it names. */
  private void scene() {
    for (Mention mention : p.mentions) {
      if (mention.kind() == Mention.Kind.PLACE && mention.start() < 12) {
        conversation.scene(mention.actor().side());
        return;
      }
    }
  }

  private SentenceParts parts(Unit unit) {
    return new SentenceParts(
        p,
        unit,
        rules.phrases().find(p, unit.start(), unit.end(), conversation),
        rules.referents(),
        rules.cues().find(p, unit.start(), unit.end()),
        conversation);
  }

  /** "Dvalidze: Il 54 per cento …": a whole paragraph after a name and a colon. */
  private boolean colonSpeaker(int from) {
    int colon = -1;
    for (int i = from; i < Math.min(from + 9, p.size()) && colon < 0; i++) {
      if (p.is(i, ":")) {
        colon = i;
      } else if (p.isPunctuation(i) && !p.isMark(i, ",()")) {
        return false;
      }
    }
    if (colon <= from || p.words(colon, p.size()) < 8 || p.units.size() < 2) {
      return false;
    }
    List<NounPhrase> phrases = rules.phrases().find(p, from, colon, conversation);
    if (phrases.size() != 1) {
      return false;
    }
    NounPhrase only = phrases.get(0);
    boolean person =
        only.kind() == NounPhrase.Kind.PERSON
            && only.start() == from
            && only.end() == colon
            && p.isCapital(only.head())
            && (!only.isDefinite() || only.isNamed());
    if (!person || (p.isQuote(colon + 1) && p.quotes.get(0).end() < p.size() - 3)) {
      return false;
    }
    Speaker speaker = rules.referents().resolve(p, only, conversation);
    pieces.add(new Piece(colon + 1, p.size(), Kind.DIRECT, Optional.empty(), speaker, true));
    return true;
  }

  private void sentence(Unit unit, Unit before) {
    Speaker focus = conversation.focus();
    SentenceParts parts = parts(unit);
    Piece last = pieces.isEmpty() ? null : pieces.last();
    int since = before == null ? unit.start() : before.start();
    boolean back = before != null && BackReference.give(p, parts, pieces, before);
    pieces.nextSentence();
    if (back) {
      parts.spend(0);
      reported.find(parts);
      return;
    }
    direct.withCues(parts);
    reported.find(parts);
    direct.alone(parts);
    if (pieces.sentence().isEmpty()) {
      afterColon(parts);
    }
    if (pieces.sentence().isEmpty() && last != null && last.start() >= since) {
      Continuation.of(p, parts, last).ifPresent(pieces::add);
    }
    direct.within(parts);
    if (pieces.sentence().isEmpty()) {
      parts
          .protagonist(pieces.sentence())
          .ifPresentOrElse(conversation::focus, () -> topicOf(parts));
      if (last != null && last.start() >= since && isOpenQuotation(last, before)) {
        parts.introduced().ifPresent(speaker -> pieces.giveSince(since, speaker, Optional.empty()));
      }
      if (last != null && last.start() >= since) {
        held = last;
        heldUnit = unit;
      }
      return;
    }
    resume(unit, before);
    if (pieces.sentence().stream().allMatch(piece -> isAside(piece, unit, focus))) {
      conversation.focus(focus);
      if (pieces.sentence().stream().noneMatch(piece -> isImpersonal(piece))) {
        topicOf(parts);
      }
    }
    parts.protagonist(pieces.sentence()).ifPresent(conversation::focus);
  }

  /** A quotation that begins a paragraph and has nobody beside it. */
  private boolean isOpenQuotation(Piece piece, Unit before) {
    return piece.kind() == Kind.DIRECT
        && !piece.isExplicit()
        && piece.cue().isEmpty()
        && before.start() <= body
        && p.words(before.start(), piece.start()) == 0;
  }

  private static boolean isImpersonal(Piece piece) {
    return piece.cue().filter(cue -> cue.kind() == Cue.Kind.IMPERSONAL).isPresent();
  }

  /** "I morti, secondo la polizia, sono tre": who is asked by the way is not who goes on. */
  private boolean isAside(Piece piece, Unit unit, Speaker focus) {
    return piece
        .cue()
        .filter(
            cue ->
                (isImpersonal(piece)
                        && !conversation.isPerson(piece.speaker())
                        && conversation.isPerson(focus))
                    || (cue.kind() == Cue.Kind.SOURCE
                        && cue.start() > unit.start() + 2
                        && !p.is(cue.end(), "quale")
                        && !p.is(cue.end(), "cui")
                        && p.words(cue.end(), unit.end()) > 5))
        .isPresent();
  }

  /** A sentence between two that one speaker says, the later without naming him, is his as well. */
  private void resume(Unit unit, Unit before) {
    Piece first = pieces.sentence().get(0);
    if (before != null
        && before.equals(heldUnit)
        && !first.isExplicit()
        && first.cue().isPresent()
        && first.start() <= unit.start() + 2
        && held.kind() == Kind.INDIRECT
        && held.speaker().name().equals(first.speaker().name())) {
      pieces.add(
          new Piece(
              before.start(),
              before.end(),
              Kind.INDIRECT,
              Optional.empty(),
              first.speaker(),
              false));
    }
  }

  /**
   * "Zelensky ha corretto il tiro: nessuno può dire …": what follows the colon is the subject's.
   */
  private void afterColon(SentenceParts parts) {
    Unit unit = parts.unit();
    int colon = unit.start() + 1;
    while (colon < unit.end() && !p.isMark(colon, ":")) {
      colon++;
    }
    int words = p.words(colon, unit.end());
    Optional<Speaker> speaker = words < 3 ? Optional.empty() : whoseWords(parts, colon);
    if (speaker.isEmpty()
        && words >= 4
        && p.words(unit.start(), colon) <= 30
        && parts.isPersonBefore(colon)
        && parts.opensWithSpeaker(colon)) {
      speaker = parts.beforeColon(colon);
    }
    if (speaker.isEmpty() && isReport(colon, unit.end())) {
      speaker = parts.beforeColon(colon).filter(Speaker::isKnown);
    }
    if (speaker.isPresent()) {
      pieces.add(
          new Piece(colon + 1, unit.end(), Kind.INDIRECT, Optional.empty(), speaker.get(), false));
    }
  }

  /** True for a clause in the conditional of report, which is somebody else's. */
  private boolean isReport(int colon, int end) {
    for (int i = colon + 1; i < end && !p.isMark(i, ";:"); i++) {
      if (!p.inQuote(i)
          && Grammar.isConditional(p.word(i))
          && !p.is(i, "dovrebbe")
          && !p.is(i, "potrebbe")) {
        return true;
      }
    }
    return false;
  }

  /** "La stima di Londra: …", "la sua richiesta al governo: …": whose words follow a colon. */
  private Optional<Speaker> whoseWords(SentenceParts parts, int colon) {
    int start = parts.unit().start();
    for (int i = start; i < Math.min(colon, start + 8); i++) {
      if (!p.isAny(i, Grammar.SPEECH) || p.inQuote(i)) {
        continue;
      }
      if (p.isAny(i - 1, POSSESSIVE)) {
        return Optional.of(conversation.focus()).filter(Speaker::isKnown);
      }
      for (NounPhrase phrase : parts.phrases()) {
        if (phrase.outer() == i + 1 && phrase.relation() == NounPhrase.Relation.OF) {
          return Optional.of(parts.speakers().get(phrase));
        }
      }
    }
    return Optional.empty();
  }

  private static final Set<String> POSSESSIVE = Grammar.words("sua suo loro sue suoi");

  /** Whom a sentence without speech is about becomes whom a verb without subject means. */
  private void topicOf(SentenceParts parts) {
    int start = parts.unit().start();
    Optional<NounPhrase> presented = parts.presented();
    if (presented.isPresent()) {
      conversation.focus(parts.speakers().get(presented.get()));
      return;
    }
    for (NounPhrase phrase : parts.phrases()) {
      boolean person = phrase.kind() == NounPhrase.Kind.PERSON;
      if (phrase.isFree()
          && p.words(start, phrase.start()) <= 7
          && (person
              || phrase.kind() == NounPhrase.Kind.BODY
              || (phrase.outer() == start && Referents.namesOwner(p, phrase)))) {
        boolean bare = phrase.start() == phrase.head() && !phrase.isNamed(p);
        boolean predicate = bare && person && p.is(phrase.end(), ",");
        boolean is =
            phrase.outer() == start + 1
                && p.isAny(start, Grammar.BE)
                && !p.written(start).equals("E");
        if (is || (bare && SentenceParts.isBareApposition(p, phrase))) {
          continue; // "È il responsabile di …"
        }
        if (!phrase.isPlural()
            && !predicate
            && (phrase.isNamed(p) || !UnknownSides.isPossessive(p, phrase))) {
          conversation.focus(parts.speakers().get(phrase));
        }
        return;
      }
    }
    NounPhrase only = null;
    for (NounPhrase phrase : parts.phrases()) {
      boolean ofWhat =
          (phrase.isNamed() && phrase.relation() == NounPhrase.Relation.OF)
              || p.is(phrase.outer(), "con");
      if (phrase.kind() == NounPhrase.Kind.PERSON && phrase.isNamed(p) && !ofWhat) {
        if (only != null) {
          return;
        }
        only = phrase;
      }
    }
    if (only != null) {
      conversation.focus(parts.speakers().get(only));
      return;
    }
    // Dalla Santa Sede bocche cucite.
    if (!parts.phrases().isEmpty()
        && parts.phrases().get(0).outer() == start
        && parts.phrases().get(0).relation() == NounPhrase.Relation.FROM
        && parts.phrases().get(0).kind() != NounPhrase.Kind.WORD) {
      conversation.focus(parts.speakers().get(parts.phrases().get(0)));
    }
  }
}
