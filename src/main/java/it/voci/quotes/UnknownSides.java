package it.voci.quotes;

import it.voci.actors.Actor;
import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.quotes.NounPhrase.Kind;
import it.voci.quotes.SpeakerNouns.Noun;
import it.voci.text.TextNormaliser;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells the side of those whom the gazetteer does not know: by office, country, name and place. */
final class UnknownSides {
  private static final Set<String> GIVEN_UKRAINIAN =
      Grammar.words(
          "andriy andrij volodymyr oleksandr oleksandra serhiy serhij dmytro mykhailo mykola oleksiy"
              + " oleksij yevhen yevheniy ihor vadym borys olena oleh vitaliy vitalij vasyl petro pavlo"
              + " bohdan taras yaroslav kyrylo iryna halyna olha hanna nataliya oksana svitlana denys"
              + " maksym danylo valeriy anatoliy hryhoriy illia mariana lesia artem iuliia sviatoslav"
              + " rostyslav vyacheslav ostap orest yurii yuriy kateryna liudmyla mariia");
  private static final Set<String> GIVEN_RUSSIAN =
      Grammar.words(
          "aleksandr alexandr sergei sergey sergej dmitri dmitry dmitrij dmitriy mikhail nikolai"
              + " nikolay nikolaj aleksei alexey aleksej alexei evgenij evgeny yevgeny igor vladimir"
              + " vadim boris andrei andrey andrej pavel konstantin gennady gennadij yuri yury jurij"
              + " ekaterina tatiana tatyana svetlana olga leonid ivan stanislav valentin valentina"
              + " ljudmila margarita ksenia anatoly anatolij grigorij vitalij viktor ruslan oleg");

  /** Of both. */
  private static final Set<String> EITHER =
      Grammar.words("ruslan viktor vadim stanislav valentin konstantin boris oleg ivan pavel anna");

  private final SpeakerNouns nouns;

  UnknownSides(SpeakerNouns nouns) {
    this.nouns = nouns;
  }

  /** The side of somebody the gazetteer does not know. */
  Side of(ParagraphText p, NounPhrase phrase, Conversation conversation) {
    SpeakerNouns.Kind kind = kind(p, phrase);
    Side within = within(p, phrase);
    boolean anybody = kind == null || kind == SpeakerNouns.Kind.CIVIL;
    boolean soldier = isAny(p, phrase, RANKS);
    if ((anybody && phrase.isNamed(p) && studies(p, phrase.end()))
        || (soldier && isRetired(p, phrase))) {
      kind = SpeakerNouns.Kind.EXPERT;
    }
    if (within == Side.UNKNOWN && (isAny(p, phrase, TROOPS) || (soldier && isNickname(phrase)))) {
      return Side.UKRAINE;
    }
    String given = givenName(p, phrase);
    if (kind == SpeakerNouns.Kind.EXPERT) {
      boolean theirs =
          soldier
              && (GIVEN_RUSSIAN.contains(given)
                  || (given.isEmpty() && conversation.scene() == Side.KREMLIN));
      return within == Side.KREMLIN || theirs ? Side.KREMLIN : Side.EXPERT;
    }
    if (kind == SpeakerNouns.Kind.CIVIL || kind == SpeakerNouns.Kind.MEDIA) {
      return within == Side.OPPOSITION || within == Side.EXPERT ? within : Side.OTHER;
    }
    if (within != Side.UNKNOWN) {
      boolean secret =
          kind == SpeakerNouns.Kind.SERVICE || (phrase.isPlural() && isAny(p, phrase, BRIEFING));
      return secret && within == Side.WEST ? Side.WESTERN_INTELLIGENCE : within;
    }
    if (kind == null || (kind == SpeakerNouns.Kind.OFFICIAL && isPrivate(p, phrase))) {
      return Side.OTHER;
    }
    if (GIVEN_UKRAINIAN.contains(given)
        || (!GIVEN_RUSSIAN.contains(given) && (given.endsWith("ii") || given.endsWith("iy")))) {
      return Side.UKRAINE;
    }
    if (GIVEN_RUSSIAN.contains(given)) {
      boolean either = EITHER.contains(given) && conversation.scene() == Side.UKRAINE;
      return either ? Side.UKRAINE : Side.KREMLIN;
    }
    boolean bare = phrase.end() - phrase.head() <= 2 || phrase.isNamed();
    Side focus = conversation.focus().side();
    if (bare && kind == SpeakerNouns.Kind.OFFICIAL && west(focus)) {
      return Side.WEST;
    }
    if (isPossessive(p, phrase) && focus != Side.UNKNOWN) {
      return focus;
    }
    Side scene = conversation.scene();
    if (kind == SpeakerNouns.Kind.OFFICIAL
        && scene != Side.OTHER
        && ((!given.isEmpty() && !hasSlavicName(p, phrase))
            || (scene == Side.UNKNOWN && p.isAny(phrase.head(), POLITICAL)))) {
      // Italian papers do not say of their own where they are from
      return p.isAny(phrase.head(), CIVIC) ? Side.OTHER : Side.WEST;
    }
    boolean state = p.isAny(phrase.head(), STATE);
    boolean seated = p.mentions.stream().anyMatch(m -> isSeat(m, phrase));
    if (state && !seated && (focus == Side.KREMLIN || focus == Side.UKRAINE)) {
      return focus;
    }
    if (scene == Side.UNKNOWN) {
      return state ? Side.WEST : Side.OTHER;
    }
    return scene;
  }

  /** The side of whatever a phrase names beside the person: "deputato del partito X", "russo". */
  static Side within(ParagraphText p, NounPhrase phrase) {
    for (int i = phrase.start(); i < phrase.end(); i++) {
      boolean name = i >= phrase.nameStart() && i < phrase.nameEnd();
      if (!name && p.startsMention(i) && says(p.mention(i).actor())) {
        return p.mention(i).actor().side();
      }
      if (!name && i > phrase.head() && p.country(i) != Side.UNKNOWN) {
        return p.country(i);
      }
    }
    return Side.UNKNOWN;
  }

  /** False for "d'opposizione", which may be anybody's. */
  private static boolean says(Actor actor) {
    return actor.side() != Side.UNKNOWN
        && (actor.side() != Side.OTHER
            || !actor.country().isEmpty()
            || actor.kind() != Actor.Kind.OFFICE);
  }

  /** "il suo stato maggiore" */
  static boolean isPossessive(ParagraphText p, NounPhrase phrase) {
    for (int i = phrase.start(); i < phrase.head(); i++) {
      if (p.isAny(i, POSSESSIVE)) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> POSSESSIVE = Grammar.words("suo sua suoi sue loro");

  /** "titolare di una ditta" */
  private static boolean isPrivate(ParagraphText p, NounPhrase phrase) {
    for (int i = phrase.head() + 1; i + 1 < phrase.end(); i++) {
      if (p.isAny(i, Grammar.OF) && p.isAny(i + 1, INDEFINITE)) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> INDEFINITE = Grammar.words("un uno una un'");

  private static boolean hasSlavicName(ParagraphText p, NounPhrase phrase) {
    String surname =
        phrase.isNamed()
            ? p.word(phrase.nameEnd() - 1)
            : TextNormaliser.fold(lastWord(p.mentions.get(phrase.mention()).actor().name()));
    return SLAVIC.stream().anyMatch(surname::endsWith);
  }

  private static final List<String> SLAVIC =
      List.of(
          "ov", "ev", "ova", "eva", "enko", "chuk", "iuk", "yuk", "sky", "skyi", "skij", "skyj",
          "skiy", "skyy", "ych", "vich", "vych", "yshyn", "yna", "ets", "kin", "lin", "nin", "hin");

  /** ", che insegna storia", ", che all'istituto si occupa di armamenti" */
  private boolean studies(ParagraphText p, int comma) {
    if (!p.is(comma, ",")) {
      return false;
    }
    boolean clause = p.is(comma + 1, "che");
    for (int i = comma + 1; i < Math.min(p.size(), comma + STUDIES) && !p.isQuote(i); i++) {
      boolean expert =
          nouns
              .lookup(p.word(i))
              .filter(noun -> noun.kind() == SpeakerNouns.Kind.EXPERT && !noun.isPlural())
              .isPresent();
      if (p.isAny(i, STUDYING) || (clause && expert)) {
        return true;
      }
      if (p.isPunctuation(i) && !p.is(i, ",")) {
        return false;
      }
    }
    return false;
  }

  private static final int STUDIES = 16;
  private static final Set<String> STUDYING =
      Grammar.words("insegna studia foundation council institute think ateneo");

  private static boolean isAny(ParagraphText p, NounPhrase phrase, Set<String> words) {
    for (int i = phrase.start(); i < phrase.end(); i++) {
      if (p.isAny(i, words)) {
        return true;
      }
    }
    return false;
  }

  /** "generale in congedo", "ex colonnello", "il generale (ris.)" */
  private static boolean isRetired(ParagraphText p, NounPhrase phrase) {
    for (int i = phrase.start() - 1; i < Math.min(p.size(), phrase.end() + 5); i++) {
      if (p.isAny(i, RETIRED) || (p.isAny(i, LEAVE) && p.is(i - 1, "in"))) {
        return true;
      }
      if (i >= phrase.end() && (p.isPunctuation(i) && !p.is(i, ","))) {
        return false;
      }
    }
    return false;
  }

  private static final Set<String> RETIRED = Grammar.words("ex ris riserva");
  private static final Set<String> LEAVE = Grammar.words("congedo pensione quiescenza");

  /** "il comandante di plotone, nome di battaglia Zub" */
  private static boolean isNickname(NounPhrase phrase) {
    return phrase.isNamed() && phrase.nameEnd() == phrase.nameStart() + 1;
  }

  private static final Set<String> RANKS =
      Grammar.words(
          "generale colonnello maggiore capitano tenente sergente comandante ammiraglio militare"
              + " ufficiale mitragliere artigliere fante pilota soldato soldatessa");

  /** Units that Italian papers name without their country are Ukrainian. */
  private static final Set<String> TROOPS =
      Grammar.words("brigata brigate battaglione battaglioni reggimento");

  /** Offices of any association. */
  private static final Set<String> CIVIC =
      Grammar.words(
          "presidente direttore direttrice dirigente responsabile coordinatore coordinatrice"
              + " amministratore amministratrice titolare");

  /** "funzionari occidentali": those who pass on the services' estimates without a name. */
  private static final Set<String> BRIEFING = Grammar.words("occidentali militari ufficiali");

  /** "A Varsavia il ministero …" */
  private static boolean isSeat(Mention mention, NounPhrase phrase) {
    return mention.kind() == Mention.Kind.PLACE
        && mention.start() < 12
        && mention.end() <= phrase.outer()
        && mention.relation() != Mention.Relation.NONE;
  }

  private static final Set<String> STATE =
      Grammar.words("ministero dicastero polizia presidenza procura prefettura governo esecutivo");

  private static final Set<String> POLITICAL =
      Grammar.words(
          "ministro ministra viceministro viceministra sottosegretario sottosegretaria deputato"
              + " deputata senatore senatrice eurodeputato eurodeputata premier cancelliere commissario"
              + " commissaria capogruppo europarlamentare segretario segretaria sindaco sindaca");

  /** The first word of a person's name, folded; empty where there is none. */
  private static String givenName(ParagraphText p, NounPhrase phrase) {
    if (phrase.isNamed()) {
      return p.word(phrase.nameStart());
    }
    if (phrase.kind() != Kind.PERSON || !phrase.isNamed(p)) {
      return "";
    }
    String name = p.mentions.get(phrase.mention()).actor().name();
    int blank = name.indexOf(' ');
    return blank < 0 ? "" : TextNormaliser.fold(name.substring(0, blank));
  }

  private SpeakerNouns.Kind kind(ParagraphText p, NounPhrase phrase) {
    for (int i = phrase.start(); i < phrase.end(); i++) {
      int at = i;
      if (i < phrase.nameStart() || i >= phrase.nameEnd()) {
        Optional<Noun> noun = nouns.lookup(p.word(i)).or(() -> scholar(p, phrase, at));
        if (noun.isPresent()) {
          return noun.get().kind();
        }
      }
    }
    return null;
  }

  /** "il geologo": a scholar by the ending alone. */
  private Optional<Noun> scholar(ParagraphText p, NounPhrase phrase, int at) {
    return at != phrase.head()
        ? Optional.empty()
        : nouns.agent(p.word(at)).filter(noun -> noun.kind() == SpeakerNouns.Kind.EXPERT);
  }

  private static boolean west(Side side) {
    return side == Side.WEST || side == Side.WESTERN_INTELLIGENCE;
  }

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
