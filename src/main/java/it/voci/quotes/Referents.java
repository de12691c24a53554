package it.voci.quotes;

import it.voci.actors.Actor;
import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.quotes.NounPhrase.Kind;
import it.voci.text.TextNormaliser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whom a phrase means, from the gazetteer and from who was named before. */
final class Referents {
  private static final Set<String> SKIPPED =
      Grammar.words(
          "di del dello della dell' dei degli delle d' il lo la l' i gli le un uno una un' ex neo"
              + " stesso stessa in a e per suo sua loro nuovo nuova attuale allora");

  private final SpeakerNouns nouns;
  private final UnknownSides sides;

  Referents(SpeakerNouns nouns) {
    this.nouns = nouns;
    sides = new UnknownSides(nouns);
  }

  Speaker resolve(ParagraphText p, NounPhrase phrase, Conversation conversation) {
    Optional<String> written =
        Optional.of(p.source(Math.min(phrase.head(), phrase.end() - 1), phrase.end()));
    if (phrase.isNamed()) {
      return unknownName(p, phrase, conversation, written);
    }
    if (phrase.mention() >= 0) {
      return ofMention(p, phrase, conversation, written);
    }
    return common(p, phrase, conversation, written);
  }

  /** Makes a phrase known to what follows. */
  void remember(ParagraphText p, NounPhrase phrase, Speaker speaker, Conversation conversation) {
    boolean person = phrase.kind() == Kind.PERSON && !phrase.isPlural();
    boolean actor = phrase.mention() >= 0 && phrase.kind() != Kind.PLACE;
    if (person || actor) {
      conversation.named(speaker);
    }
    if (person) {
      conversation.individual(speaker);
    } else if (phrase.kind() == Kind.PERSON && phrase.isFree()) {
      conversation.group(speaker);
    }
    if (phrase.kind() == Kind.DOCUMENT) {
      boolean owned = speaker.isKnown() && namesOwner(p, phrase);
      if (owned || !phrase.isDefinite()) {
        conversation.issuer(p.word(phrase.head()), owned ? speaker : Speaker.NOBODY);
      }
    }
    boolean hasName =
        phrase.isNamed()
            || (phrase.mention() >= 0
                && p.mentions.get(phrase.mention()).kind() != Mention.Kind.OFFICE);
    if (person && hasName && phrase.isFree()) {
      conversation.person(speaker);
    }
    if (person && hasName && p.is(phrase.outer(), "con") && isTalk(p, phrase.outer())) {
      conversation.interviewed(speaker);
    }
    if (phrase.mention() >= 0) {
      Actor named = p.mentions.get(phrase.mention()).actor();
      if (speaker.side() == Side.WESTERN_INTELLIGENCE
          && !named.country().isEmpty()
          && phrase.kind() != Kind.PLACE) {
        conversation.service(named.country(), speaker);
      }
    }
  }

  /** "il portavoce del cancelliere", against "il vicepremier leghista" */
  private static boolean hasOwner(ParagraphText p, NounPhrase phrase) {
    for (int i = phrase.head() + 1; i < phrase.end(); i++) {
      if (p.isAny(i, Grammar.OF)) {
        return true;
      }
    }
    return false;
  }

  /** "il bollettino del ministero" */
  static boolean namesOwner(ParagraphText p, NounPhrase document) {
    for (int i = document.head() + 1; i < document.end(); i++) {
      if (p.startsMention(i)) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> TALK =
      Grammar.words("parlato chiacchierato conversato colloquio conversazione intervista");

  private static boolean isTalk(ParagraphText p, int with) {
    return p.isAny(with - 1, TALK) || p.isAny(with - 2, TALK);
  }

  private Speaker ofMention(
      ParagraphText p, NounPhrase phrase, Conversation conversation, Optional<String> written) {
    Mention mention = p.mentions.get(phrase.mention());
    Actor actor = mention.actor();
    Speaker plain =
        new Speaker(
            actor.name(),
            actor.side() == Side.UNKNOWN ? sides.of(p, phrase, conversation) : actor.side(),
            office(actor.role().replace(';', ' ') + " " + actor.name() + " " + written.get()),
            written);
    if (mention.kind() == Mention.Kind.PLACE || phrase.kind() == Kind.PLACE) {
      return service(actor, conversation).map(s -> with(s, written)).orElse(plain);
    }
    if (mention.kind() == Mention.Kind.OFFICE) {
      boolean isHolder = actor.kind() == Actor.Kind.PERSON;
      boolean generic = isGeneric(p, mention);
      if (!actor.country().isEmpty() && !isHolder && actor.side() == Side.EXPERT) {
        Optional<Speaker> service = conversation.service(actor.country());
        if (service.isPresent()) {
          return with(service.get(), written);
        }
      }
      if (!isHolder || generic) {
        Optional<Speaker> known =
            before(p, phrase, conversation, actor.side(), isHolder)
                .or(() -> isHolder ? Optional.empty() : spokenOf(p, phrase, conversation));
        if (known.isPresent()) {
          return with(known.get(), written);
        }
      }
    } else if (actor.kind() == Actor.Kind.PERSON && actor.side() == Side.UNKNOWN) {
      Optional<Speaker> known =
          conversation
              .bySurname(lastWord(actor.name()))
              .filter(s -> s.side() != Side.UNKNOWN && s.side() != Side.OTHER);
      if (known.isPresent()) {
        return with(known.get(), written);
      }
    }
    return plain;
  }

  /** Whom a capital of the West stands for where the services' estimates are compared. */
  private static Optional<Speaker> service(Actor place, Conversation conversation) {
    if (!west(place.side()) || place.kind() != Actor.Kind.PLACE) {
      return Optional.empty();
    }
    Optional<Speaker> known = conversation.service(place.country());
    String nation = NATIONS.get(place.country());
    return known.isPresent() || nation == null || !conversation.isAboutServices()
        ? known
        : Optional.of(intelligence(nation));
  }

  private static final Map<String, String> NATIONS =
      Map.ofEntries(
          Map.entry("GB", "britannica"),
          Map.entry("DK", "danese"),
          Map.entry("EE", "estone"),
          Map.entry("LT", "lituana"),
          Map.entry("LV", "lettone"),
          Map.entry("PL", "polacca"),
          Map.entry("DE", "tedesca"),
          Map.entry("NL", "olandese"),
          Map.entry("NO", "norvegese"),
          Map.entry("SE", "svedese"),
          Map.entry("FI", "finlandese"),
          Map.entry("CZ", "ceca"),
          Map.entry("RO", "romena"));

  private static String lastWord(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static boolean west(Side side) {
    return side == Side.WEST || side == Side.WESTERN_INTELLIGENCE;
  }

  private static final Set<String> THIS = Grammar.words("questo questa quest'");
  private static final Set<String> SAME = Grammar.words("stesso stessa stessi stesse");

  /** True for an office that says nothing of the country: "il capo dello Stato". */
  private static boolean isGeneric(ParagraphText p, Mention mention) {
    return mention.end() - mention.start() == 1
        || (mention.end() - mention.start() == 3
            && (p.is(mention.end() - 1, "stato") || p.is(mention.end() - 1, "governo")));
  }

  private Optional<Speaker> before(
      ParagraphText p, NounPhrase phrase, Conversation conversation, Side side, boolean anySide) {
    if (phrase.isPlural() && isSame(p, phrase) && conversation.focus().isKnown()) {
      return Optional.of(conversation.focus());
    }
    if (!phrase.isDefinite() || phrase.isPlural()) {
      return Optional.empty();
    }
    Side nation = p.country(phrase.head());
    if (nation != Side.UNKNOWN && phrase.kind() == Kind.PERSON) {
      return Optional.of(conversation.focus())
          .filter(speaker -> speaker.side() == nation && conversation.isPerson(speaker));
    }
    List<String> others = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = phrase.head() + 1; i < phrase.end(); i++) {
      if (p.startsMention(i) && p.mention(i).kind() == Mention.Kind.NAME) {
        // "il presidente M5S", of the Movimento 5 Stelle
        for (String word : TextNormaliser.fold(p.mention(i).actor().name()).split(" ", -1)) {
          others.add(word);
          names.add(word);
        }
        i = p.mention(i).end() - 1;
      } else if (p.isWord(i) && !SKIPPED.contains(p.word(i))) {
        others.add(p.word(i));
        if (p.isCapital(i) && !p.is(i, "stato")) {
          names.add(p.word(i));
        }
      }
    }
    if (p.isAny(phrase.start(), THIS) && phrase.head() == phrase.start() + 1) {
      return Optional.of(conversation.lastPerson()).filter(Speaker::isKnown);
    }
    Set<Side> among = anySide || side == Side.UNKNOWN ? Set.of() : Set.of(side);
    String head = p.word(phrase.head());
    if (names.isEmpty()
        && !hasOwner(p, phrase)
        && UnknownSides.within(p, phrase) == Side.UNKNOWN
        && conversation.focusHolds(Set.of(head), List.of())) {
      return Optional.of(conversation.focus());
    }
    Optional<Speaker> same = conversation.byOffice(Set.of(head), others, among);
    if (same.isPresent()) {
      boolean anonymous = !Character.isUpperCase(same.get().name().codePointAt(0));
      Optional<Speaker> recent =
          anonymous && others.isEmpty() ? spokenOf(p, phrase, conversation) : Optional.empty();
      return recent.isPresent() ? recent : same;
    }
    Set<String> synonyms = nouns.same(head);
    Optional<Speaker> other =
        synonyms.size() < 2 ? Optional.empty() : conversation.byOffice(synonyms, names, among);
    return other.or(() -> title(phrase, conversation)).or(() -> anaphora(p, phrase, conversation));
  }

  /** "lo stesso portavoce" */
  private static boolean isSame(ParagraphText p, NounPhrase phrase) {
    for (int i = phrase.start(); i < phrase.head(); i++) {
      if (p.isAny(i, SAME)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Speaker> title(NounPhrase phrase, Conversation conversation) {
    return phrase.kind() == Kind.PERSON ? conversation.headline() : Optional.empty();
  }

  /** "lo studioso": whoever spoke last, where he has a name. */
  private static Optional<Speaker> anaphora(
      ParagraphText p, NounPhrase phrase, Conversation conversation) {
    String name = conversation.focus().name();
    if (isSame(p, phrase)) {
      return Optional.of(conversation.focus()).filter(Speaker::isKnown);
    }
    boolean alone = phrase.end() == phrase.head() + 1;
    boolean person = name.indexOf(' ') > 0 && Character.isUpperCase(name.codePointAt(0));
    return alone && person && p.isAny(phrase.head(), ANAPHORIC)
        ? Optional.of(conversation.focus())
        : Optional.empty();
  }

  private static final Set<String> ANAPHORIC =
      Grammar.words(
          "studioso studiosa esperto esperta analista politico intervistato interlocutore"
              + " interessato militare ufficiale religioso economista storico studiosi diplomatico diplomatica"
              + " funzionario funzionaria dirigente esponente");

  private static final Set<String> KIN =
      Grammar.words(
          "madre padre moglie marito figlio figlia sorella fratello vedova collega compagno compagna"
              + " famiglia legale avvocato avvocata agente nonna nonno nipote zia zio suocera cugino cugina"
              + " genitori fidanzato fidanzata vicino vicina");

  /** Offices that a text may call one by who was introduced by another. */
  private static final Set<String> LOOSE =
      Grammar.words(
          "deputato deputata senatore senatrice eurodeputato eurodeputata parlamentare funzionario"
              + " funzionaria dirigente generale colonnello ammiraglio ufficiale diplomatico diplomatica"
              + " esponente direttore direttrice consigliere consigliera commissario commissaria"
              + " procuratore procuratrice comandante negoziatore inviato inviata politico politica");

  private static final Set<String> INSTITUTIONS =
      Grammar.words(
          "sindacato azienda societa organizzazione ong associazione istituto agenzia gruppo compagnia"
              + " ufficio fondazione centro quotidiano giornale testata sito canale partito movimento"
              + " rappresentanza ambasciata settimanale rivista procura comitato missione");

  /** "il comico", "l'attivista", "il sindacato" with nothing to it: whoever was spoken of last. */
  private Optional<Speaker> spokenOf(
      ParagraphText p, NounPhrase phrase, Conversation conversation) {
    boolean alone =
        phrase.isDefinite()
            && !phrase.isPlural()
            && phrase.start() < phrase.head()
            && (phrase.end() == phrase.head() + 1
                || (phrase.end() == phrase.head() + 2 && p.is(phrase.head() + 1, "stampa")));
    String name = conversation.focus().name();
    if (!alone || name.isEmpty() || name.contains(" e ")) {
      return Optional.empty();
    }
    boolean person =
        conversation.isPerson(conversation.focus())
            && Character.isUpperCase(name.codePointAt(0))
            && name.indexOf(' ') > 0;
    boolean noun =
        nouns
            .lookup(p.word(phrase.head()))
            .filter(
                n ->
                    person
                        ? n.kind() == SpeakerNouns.Kind.CIVIL
                            || n.kind() == SpeakerNouns.Kind.EXPERT
                            || (n.kind() == SpeakerNouns.Kind.OFFICIAL
                                && (p.isAny(phrase.head(), LOOSE)
                                    || !hasOffice(conversation.focus())))
                        : p.isAny(phrase.head(), INSTITUTIONS))
            .isPresent();
    return noun && !p.isAny(phrase.head(), KIN)
        ? Optional.of(conversation.focus())
        : Optional.empty();
  }

  private boolean hasOffice(Speaker speaker) {
    for (String word : speaker.office().split(" ", -1)) {
      if (nouns
          .lookup(word)
          .filter(n -> n.kind() == SpeakerNouns.Kind.OFFICIAL && !n.isPlural())
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Speaker unknownName(
      ParagraphText p, NounPhrase phrase, Conversation conversation, Optional<String> written) {
    String name = p.source(phrase.nameStart(), phrase.nameEnd());
    Optional<Speaker> known = conversation.bySurname(p.written(phrase.nameEnd() - 1));
    if (known.isPresent()
        && (phrase.nameEnd() == phrase.nameStart() + 1
            || TextNormaliser.fold(known.get().name()).endsWith(TextNormaliser.fold(name)))) {
      return with(known.get(), written);
    }
    return new Speaker(
        name,
        sides.of(p, phrase, conversation),
        office(p.source(phrase.start(), phrase.end())),
        written);
  }

  private Speaker common(
      ParagraphText p, NounPhrase phrase, Conversation conversation, Optional<String> written) {
    Optional<Speaker> within = Optional.empty();
    for (int i = phrase.head() + 1; i < phrase.end() && within.isEmpty(); i++) {
      if (p.startsMention(i)) {
        Actor actor = p.mention(i).actor();
        within = service(actor, conversation).map(s -> with(s, written));
        within =
            within.isPresent()
                ? within
                : Optional.of(
                    new Speaker(
                        actor.name(),
                        actor.side(),
                        office(actor.role() + " " + actor.name()),
                        written));
      }
    }
    if (phrase.kind() == Kind.DOCUMENT) {
      if (within.isPresent()) {
        return within.get().side() == Side.WEST
            ? estimateOf(p, phrase).map(s -> with(s, written)).orElse(within.get())
            : within.get();
      }
      Optional<NounPhrase> owner = owner(p, phrase);
      if (owner.isPresent()) {
        return with(common(p, owner.get(), conversation, written), written);
      }
      Speaker issuer = conversation.issuer(p.word(phrase.head()));
      Speaker author = issuer.isKnown() ? issuer : conversation.focus();
      if (phrase.isDefinite() && !phrase.isPlural() && author.isKnown()) {
        return with(author, written);
      }
      if (isPosted(p, phrase)) {
        return new Speaker("post sui social", Side.OTHER, "post", written);
      }
    } else {
      Optional<Speaker> known =
          before(p, phrase, conversation, Side.UNKNOWN, true)
              .or(() -> spokenOf(p, phrase, conversation))
              .filter(speaker -> phrase.kind() == Kind.PERSON || !conversation.isPerson(speaker));
      if (known.isPresent()) {
        return with(known.get(), written);
      }
    }
    Optional<Speaker> service = serviceOf(p, phrase);
    if (service.isPresent()) {
      return with(service.get(), written);
    }
    String name = p.source(phrase.head(), phrase.end());
    return new Speaker(
        name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1),
        sides.of(p, phrase, conversation),
        office(name),
        written);
  }

  /** True of a text that nobody knows who wrote, where the paragraph tells what it is found on. */
  private static boolean isPosted(ParagraphText p, NounPhrase document) {
    boolean text = p.isAny(document.head(), POSTS);
    for (int i = 0; text && i < p.size(); i++) {
      if (p.isAny(i, NETWORKS)) {
        return true;
      }
    }
    return false;
  }

  private static final Set<String> POSTS = Grammar.words("testo post messaggio video didascalia");
  private static final Set<String> NETWORKS =
      Grammar.words("facebook instagram tiktok telegram twitter whatsapp social condivisioni");

  /** The ministry of "il comunicato del ministero". */
  private Optional<NounPhrase> owner(ParagraphText p, NounPhrase document) {
    for (int i = document.head() + 1; i + 1 < document.end(); i++) {
      int head = p.isAny(i + 1, Grammar.DETERMINERS) && i + 2 < document.end() ? i + 2 : i + 1;
      Optional<SpeakerNouns.Noun> noun =
          p.is(head, "stato") ? nouns.lookup("comando") : nouns.lookup(p.word(head));
      if (p.isAny(i, Grammar.OF) && (noun.isPresent() || p.isCapital(head))) {
        Kind kind =
            noun.map(SpeakerNouns.Noun::kind)
                .map(
                    of ->
                        switch (of) {
                          case OFFICIAL, CIVIL, EXPERT -> Kind.PERSON;
                          case BODY, MEDIA, SERVICE -> Kind.BODY;
                          case DOCUMENT -> Kind.DOCUMENT;
                        })
                .orElse(Kind.BODY);
        return Optional.of(
            new NounPhrase(
                i,
                head,
                head,
                document.end(),
                kind,
                NounPhrase.Relation.OF,
                noun.map(SpeakerNouns.Noun::isPlural).orElse(false),
                Grammar.ARTICULATED.contains(p.word(i)),
                -1,
                -1,
                -1));
      }
    }
    return Optional.empty();
  }

  /** "il servizio informazioni di Tallinn": the country's intelligence. */
  private static Optional<Speaker> serviceOf(ParagraphText p, NounPhrase phrase) {
    return p.isAny(phrase.head(), SERVICES) ? nationOf(p, phrase) : Optional.empty();
  }

  /** "l'aggiornamento di Londra" */
  private static Optional<Speaker> estimateOf(ParagraphText p, NounPhrase phrase) {
    return p.isAny(phrase.head(), ESTIMATES) ? nationOf(p, phrase) : Optional.empty();
  }

  private static final Set<String> ESTIMATES =
      Grammar.words("aggiornamento bollettino valutazione briefing rapporto");

  private static Optional<Speaker> nationOf(ParagraphText p, NounPhrase phrase) {
    for (int i = phrase.head() + 1; i < phrase.end(); i++) {
      if (p.startsMention(i) && NATIONS.containsKey(p.mention(i).actor().country())) {
        return Optional.of(intelligence(NATIONS.get(p.mention(i).actor().country())));
      }
    }
    return Optional.empty();
  }

  private static final Set<String> SERVICES =
      Grammar.words("servizio servizi intelligence controspionaggio");

  private static Speaker intelligence(String nation) {
    String name = "intelligence " + nation;
    return new Speaker(name, Side.WESTERN_INTELLIGENCE, name, Optional.empty());
  }

  private static String office(String text) {
    return TextNormaliser.fold(text).replace(',', ' ').replace("'", "' ");
  }

  static Speaker with(Speaker speaker, Optional<String> asWritten) {
    return new Speaker(speaker.name(), speaker.side(), speaker.office(), asWritten);
  }
}
