package it.voci.actors;

import it.voci.actors.Lexicon.Flag;
import it.voci.actors.Mention.Relation;
import it.voci.actors.OfficePatterns.Phrase;
import it.voci.actors.PhraseTrie.Match;
import it.voci.text.ItalianTokenizer;
import it.voci.text.TextNormaliser;
import it.voci.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Finds actors in one pass over the tokens: names of the gazetteer, the longest at each place, and
 * phrases for offices, with the name beside them. Accents and apostrophes are ignored, Cyrillic
 * names may be transliterated in any usual way; a word that the gazetteer writes with a capital
 * must have one in the text. Immutable and safe for use by several threads.
 */
public final class ActorMatcher {
  private static final Map<String, Relation> PREPOSITIONS = prepositions();
  private static final Set<String> ARTICLES = Set.of("il", "lo", "la", "l'", "un", "una", "un'");
  private static final Set<String> INDEFINITE = Set.of("un", "uno", "una", "un'");
  private static final Set<String> PARTICLES =
      Set.of("di", "de", "del", "della", "von", "van", "der", "den", "al", "el", "bin", "d'");
  private static final int LONGEST_NAME = 5;

  /** As far as the place where a sentence begins says whose its offices are. */
  private static final int FAR = 15;

  private final Gazetteer gazetteer;
  private final Lexicon lexicon;
  private final OfficePatterns offices;
  private final PhraseTrie<Form> names = new PhraseTrie<>();
  private final PhraseTrie<Form> cyrillicNames = new PhraseTrie<>();
  private final Map<String, List<Actor>> holders = new HashMap<>();
  private final Set<String> givenNames;
  private final Capitals capitals;

  /** Finds the gazetteer's names and aliases only, transliterated as they are there. */
  public ActorMatcher(Gazetteer gazetteer) {
    this(gazetteer, Lexicon.EMPTY);
  }

  public ActorMatcher(Gazetteer gazetteer, Lexicon lexicon) {
    this.gazetteer = gazetteer;
    this.lexicon = lexicon;
    this.offices = new OfficePatterns(lexicon);
    givenNames = new HashSet<>(lexicon.givenNames());
    ItalianTokenizer tokenizer = new ItalianTokenizer();
    for (Actor actor : gazetteer.actors()) {
      Words name = new Words(tokenizer.tokenize(actor.name()));
      boolean hasGivenName = actor.kind() == Actor.Kind.PERSON && name.size() > 1;
      String givenName = hasGivenName ? name.transliterated(0, lexicon) : "";
      if (hasGivenName && !lexicon.isCommonWord(name.key(0))) {
        givenNames.add(givenName);
      }
      addForm(actor, name, givenName);
      for (String alias : actor.aliases()) {
        addForm(actor, new Words(tokenizer.tokenize(alias)), givenName);
      }
    }
    gazetteer.actors().forEach(actor -> addOffices(actor, tokenizer));
    capitals = new Capitals(List.of(names, lexicon.places, lexicon.heads), lexicon);
  }

  private void addForm(Actor actor, Words words, String givenName) {
    boolean isName = words.isCapital(PARTICLES.contains(words.key(0)) ? words.size() - 1 : 0);
    Form form = new Form(actor, isName, givenName);
    names.add(words, form);
    if (form.isPerson() && isName && lexicon.isCyrillic(actor.country())) {
      cyrillicNames.add(words, i -> words.transliterated(i, lexicon), form);
    }
  }

  private static Map<String, Relation> prepositions() {
    Map<String, Relation> map = new HashMap<>();
    for (String word :
        ("a ad al allo alla all' ai agli alle in nel nello nella nell' nei negli nelle su sul sullo"
                + " sulla sull' sui sugli sulle verso presso tra fra")
            .split(" ", -1)) {
      map.put(word, Relation.AT);
    }
    for (String word : "da dal dallo dalla dall' dai dagli dalle".split(" ", -1)) {
      map.put(word, Relation.FROM);
    }
    for (String word : "di d' del dello della dell' dei degli delle".split(" ", -1)) {
      map.put(word, Relation.OF);
    }
    return Map.copyOf(map);
  }

  /** Makes an office known by who holds it: what the role says, or what a body is called. */
  private void addOffices(Actor actor, ItalianTokenizer tokenizer) {
    List<String> phrases =
        switch (actor.kind()) {
          case PERSON -> actor.roles();
          case OFFICE, BODY -> List.of(actor.name());
          default -> List.of();
        };
    for (String phrase : phrases) {
      Words words = new Words(tokenizer.tokenize(phrase));
      offices
          .parse(words, 0, start -> known(words, start, Optional.empty()))
          .filter(p -> p.end() == words.size() && !p.isFormer())
          .map(p -> key(p.key(), p.country().isEmpty() ? actor.country() : p.country()))
          .ifPresent(key -> holders.computeIfAbsent(key, k -> new ArrayList<>(1)).add(actor));
    }
  }

  private static String key(String office, String country) {
    return office + "/" + country;
  }

  /** With the gazetteer and the lexicon that ship with voci. */
  public static ActorMatcher shipped() {
    return new ActorMatcher(Gazetteer.shipped(), Lexicon.shipped());
  }

  /** Finds others too; see {@link Gazetteer#plus}. */
  public ActorMatcher plus(Gazetteer others) {
    return others.actors().isEmpty() ? this : new ActorMatcher(gazetteer.plus(others), lexicon);
  }

  public Gazetteer gazetteer() {
    return gazetteer;
  }

  public Lexicon lexicon() {
    return lexicon;
  }

  /**
   * The tokens as they would usually be written, where they stand in a run of words in capitals or
   * in a text without any; otherwise the same.
   */
  public List<Token> recased(List<Token> tokens) {
    return capitals.restored(tokens);
  }

  /**
   * The actors named, in order, without overlaps.
   *
   * @param date of the article, {@code yyyy-MM} or longer; without one all periods hold
   */
  public List<Mention> mentions(List<Token> tokens, Optional<String> date) {
    Words words = new Words(tokens);
    List<Mention> mentions = new ArrayList<>();
    for (int start = 0; start < tokens.size(); ) {
      Found found = at(words, start, date);
      found.mention().ifPresent(mentions::add);
      start = Math.max(start + 1, found.end());
    }
    return List.copyOf(mentions);
  }

  /**
   * Names of two words or more that stand outside the mentions and that nobody knows, in order: who
   * may be a person, of unknown side. A name that begins a sentence must have a known given name.
   */
  public List<Mention> properNames(List<Token> tokens, List<Mention> mentions) {
    Words words = new Words(tokens);
    boolean[] taken = new boolean[tokens.size()];
    mentions.forEach(mention -> Arrays.fill(taken, mention.start(), mention.end(), true));
    List<Mention> names = new ArrayList<>();
    for (int start = 0; start < tokens.size(); ) {
      int end = nameEnd(words, start, Optional.empty());
      boolean isName =
          end > start + 1
              && !taken[start]
              && !taken[end - 1]
              && (!words.startsSentence(start)
                  || givenNames.contains(words.transliterated(start, lexicon)));
      if (isName) {
        Actor actor =
            new Actor(
                words.text(start, end), Side.UNKNOWN, Actor.Kind.PERSON, "", "", "", "", List.of());
        found(words, actor, start, end, Mention.Kind.NAME).mention().ifPresent(names::add);
      }
      start = isName ? end : start + 1;
    }
    return List.copyOf(names);
  }

  /**
   * Whose the country is that each token names, as an adjective or as a place: the side of its
   * officials, {@link Side#UNKNOWN} for all other tokens.
   */
  public List<Side> countries(List<Token> tokens) {
    Words words = new Words(tokens);
    Side[] sides = new Side[tokens.size()];
    Arrays.fill(sides, Side.UNKNOWN);
    for (int i = 0; i < sides.length; i++) {
      Optional<String> nation = lexicon.nations.longest(words, i).map(m -> m.value().code());
      Optional<String> code =
          nation.isPresent()
              ? nation
              : lexicon.places.longest(words, i).map(m -> m.value().country());
      sides[i] = code.flatMap(c -> lexicon.side("official", lexicon.group(c))).orElse(Side.UNKNOWN);
    }
    return List.of(sides);
  }

  /** What was found at a place, and where to go on. */
  private record Found(Optional<Mention> mention, int end) {}

  private Found at(Words words, int start, Optional<String> date) {
    Optional<Match<Form>> known = known(words, start, date);
    Optional<Match<String>> nobody = lexicon.nobody.longest(words, start);
    if (nobody.isPresent() && known.map(m -> m.end() <= nobody.get().end()).orElse(true)) {
      return none(nobody.get().end());
    }
    Optional<Phrase> phrase = phrase(words, start, date);
    if (phrase.isPresent() && known.map(m -> m.end() < phrase.get().end()).orElse(true)) {
      Optional<Found> office = office(words, phrase.get(), date);
      if (office.isPresent()) {
        return office.get();
      }
    }
    if (known.isPresent()) {
      Match<Form> match = known.get();
      return (match.value().isPerson() && !lexicon.isEmpty()
              ? withOffice(words, start, match, date)
              : Optional.<Found>empty())
          .orElseGet(
              () -> found(words, match.value().actor(), start, match.end(), kind(match.value())));
    }
    int end = nameEnd(words, start, date);
    return end < start + 2
        ? none(start)
        : apposition(words, start, end, Optional.empty(), date).orElse(none(start));
  }

  private static Found none(int end) {
    return new Found(Optional.empty(), end);
  }

  private static Mention.Kind kind(Form form) {
    return switch (form.actor().kind()) {
      case PLACE, METONYM -> Mention.Kind.PLACE;
      case OFFICE -> Mention.Kind.OFFICE;
      case PERSON -> form.isName() ? Mention.Kind.NAME : Mention.Kind.OFFICE;
      default -> Mention.Kind.NAME;
    };
  }

  private static Found found(Words words, Actor actor, int start, int end, Mention.Kind kind) {
    return new Found(
        Optional.of(
            new Mention(
                actor,
                start,
                end,
                kind,
                PREPOSITIONS.getOrDefault(words.key(start - 1), Relation.NONE))),
        end);
  }

  private Optional<Phrase> phrase(Words words, int start, Optional<String> date) {
    return offices.parse(words, start, at -> known(words, at, date));
  }

  /** A known person with the office that stands beside, if one does. */
  private Optional<Found> withOffice(
      Words words, int start, Match<Form> match, Optional<String> date) {
    Actor actor = match.value().actor();
    if (match.value().isName()) {
      return apposition(words, start, match.end(), Optional.of(actor), date);
    }
    return known(words, match.end() + (words.key(match.end()).equals(",") ? 1 : 0), date)
        .filter(m -> m.value().isName() && m.value().actor().name().equals(actor.name()))
        .map(m -> found(words, actor, start, m.end(), Mention.Kind.OFFICE_AND_NAME));
  }

  /** A phrase with the name after it, where there is one. */
  private Optional<Found> office(Words words, Phrase phrase, Optional<String> date) {
    if (phrase.isPerson()) {
      Optional<Found> named = nameAfter(words, phrase, phrase.end(), date);
      if (named.isEmpty() && words.key(phrase.end()).equals(",")) {
        named =
            nameAfter(words, phrase, phrase.end() + 1, date)
                .filter(found -> closes(words, found.end()))
                .filter(found -> found.mention().map(m -> isOf(m, phrase)).orElse(false));
      }
      if (named.isPresent()) {
        return named;
      }
    }
    if (phrase.head().is(Flag.PRESS)) {
      Optional<Match<Form>> outlet =
          known(words, phrase.end(), date)
              .filter(m -> m.value().actor().kind() == Actor.Kind.MEDIA);
      if (outlet.isPresent()) {
        return Optional.of(
            found(
                words,
                outlet.get().value().actor(),
                phrase.start(),
                outlet.get().end(),
                Mention.Kind.OFFICE_AND_NAME));
      }
    }
    if (saysTooLittle(words, phrase)) {
      return Optional.empty();
    }
    Actor actor =
        holder(words, phrase, date).orElseGet(() -> madeUp(words, phrase, Optional.empty()));
    return Optional.of(found(words, actor, phrase.start(), phrase.end(), Mention.Kind.OFFICE));
  }

  /** True for "i giornalisti", "un vertice", and adjectives: "una visita ufficiale". */
  private boolean saysTooLittle(Words words, Phrase phrase) {
    boolean anonymous =
        phrase.head().is(Flag.PLURAL)
            && !phrase.head().is(Flag.SOURCE)
            && phrase.side() != Side.EXPERT;
    return (phrase.isBare() && (anonymous || phrase.head().is(Flag.BOUND)))
        || (phrase.head().is(Flag.ADJECTIVAL)
            && words.isWord(phrase.start() - 1)
            && !lexicon.isDeterminer(words.key(phrase.start() - 1)));
  }

  private static boolean isOf(Mention mention, Phrase phrase) {
    String country = mention.actor().country();
    return phrase.country().isEmpty() || country.isEmpty() || country.equals(phrase.country());
  }

  private Optional<Found> nameAfter(Words words, Phrase phrase, int at, Optional<String> date) {
    Optional<Match<Form>> known = known(words, at, date);
    if (known.isPresent()) {
      return known
          .filter(m -> m.value().isPerson() && m.value().isName())
          .map(
              m ->
                  found(
                      words,
                      m.value().actor(),
                      phrase.start(),
                      m.end(),
                      Mention.Kind.OFFICE_AND_NAME));
    }
    int end = nameEnd(words, at, date);
    int least = at == phrase.end() ? 1 : 2;
    if (end - at < least || (least == 1 && isBodysName(words, phrase, end, date))) {
      return Optional.empty();
    }
    Actor actor = madeUp(words, phrase, Optional.of(words.text(at, end)));
    return Optional.of(found(words, actor, phrase.start(), end, Mention.Kind.OFFICE_AND_NAME));
  }

  /** "il portavoce dell'ong Cielo Nuovo, Ivo Sarti,": what follows the office is whose it is. */
  private boolean isBodysName(Words words, Phrase phrase, int end, Optional<String> date) {
    int next = words.key(end).equals(",") ? nameEnd(words, end + 1, date) : end;
    return phrase.end() - phrase.start() > 1 && next > end + 2 && closes(words, next);
  }

  /** "Paweł Zalewski, viceministro della Difesa polacco,". */
  private Optional<Found> apposition(
      Words words, int start, int nameEnd, Optional<Actor> known, Optional<String> date) {
    String mark = words.key(nameEnd);
    if (!mark.equals(",") && !mark.equals("(")) {
      return Optional.empty();
    }
    boolean article = ARTICLES.contains(words.key(nameEnd + 1));
    int at = nameEnd + (article ? 2 : 1);
    Optional<Phrase> phrase =
        phrase(words, at, date)
            .filter(Phrase::isPerson)
            .filter(p -> !article || closes(words, p.end()))
            .filter(
                p ->
                    known(words, p.end(), date).isEmpty()
                        && nameEnd(words, p.end(), date) == p.end())
            .filter(
                p ->
                    known.isEmpty()
                        || p.country().isEmpty()
                        || known.get().country().isEmpty()
                        || p.country().equals(known.get().country()));
    return phrase.map(
        p ->
            found(
                words,
                known.orElseGet(() -> madeUp(words, p, Optional.of(words.text(start, nameEnd)))),
                start,
                p.end(),
                Mention.Kind.OFFICE_AND_NAME));
  }

  private static boolean closes(Words words, int at) {
    return !words.isWord(at);
  }

  /** The end of a run of capitalised words that nobody knows, or {@code start}. */
  private int nameEnd(Words words, int start, Optional<String> date) {
    int end = start;
    if (lexicon.isCommonWord(words.key(start))) {
      return end;
    }
    for (int i = start; i < words.size() && i < start + LONGEST_NAME; i++) {
      if (words.isWord(i) && words.isCapital(i)) {
        if (known(words, i, date).filter(m -> !m.value().isPerson()).isPresent()
            || lexicon.places.longest(words, i).isPresent()) {
          break;
        }
        end = i + 1;
      } else if (i == start || !(PARTICLES.contains(words.key(i)) || isHyphen(words, i))) {
        break;
      }
    }
    return end;
  }

  private static boolean isHyphen(Words words, int i) {
    return words.key(i).equals("-") && words.isGlued(i) && words.isGlued(i + 1);
  }

  private static Actor madeUp(Words words, Phrase phrase, Optional<String> name) {
    String office = words.text(phrase.start(), phrase.end());
    if (words.isCapital(phrase.start()) && words.startsSentence(phrase.start())) {
      office = office.substring(0, 1).toLowerCase(Locale.ROOT) + office.substring(1);
    }
    return new Actor(
        name.orElse(office),
        phrase.side(),
        name.isPresent()
            ? Actor.Kind.PERSON
            : phrase.head().is(Flag.BODY) ? Actor.Kind.BODY : Actor.Kind.OFFICE,
        phrase.country(),
        name.isPresent() ? office.replace(';', ',') : "",
        "",
        "",
        List.of());
  }

  /** Who holds an office then; without a date, where nobody else did. */
  private Optional<Actor> holder(Words words, Phrase phrase, Optional<String> date) {
    if (phrase.isFormer()
        || phrase.head().is(Flag.PLURAL)
        || !phrase.head().is(Flag.HOLDER)
        || INDEFINITE.contains(words.key(phrase.start() - 1))) {
      return Optional.empty();
    }
    String country = phrase.country();
    if (phrase.isBare() && phrase.isPerson()) {
      country = ground(words, phrase.start(), date);
    }
    List<Actor> active =
        holders.getOrDefault(key(phrase.key(), country), List.of()).stream()
            .filter(actor -> date.map(actor::isActive).orElse(true))
            .filter(actor -> !isWoman(words, phrase) || !isMan(actor))
            .toList();
    return active.stream().map(Actor::name).distinct().count() == 1
        ? Optional.of(active.get(0))
        : Optional.empty();
  }

  /** True for "l'ambasciatrice", "la premier". */
  private static boolean isWoman(Words words, Phrase phrase) {
    String head = words.key(phrase.start());
    return FEMININE_ENDINGS.stream().anyMatch(head::endsWith)
        || FEMININE.contains(words.key(phrase.start() - 1));
  }

  private static final List<String> FEMININE_ENDINGS = List.of("trice", "essa", "stra");
  private static final Set<String> FEMININE =
      Set.of("la", "una", "della", "alla", "dalla", "sulla", "nella");

  /** By the given name, unless the role says otherwise. */
  private static boolean isMan(Actor actor) {
    String given = TextNormaliser.fold(actor.name()).split(" ", 2)[0];
    boolean womans =
        given.endsWith("a")
            || WOMEN.contains(given)
            || Arrays.stream(actor.role().split("[ ;]+", -1))
                .anyMatch(word -> FEMININE_ENDINGS.stream().anyMatch(word::endsWith));
    return !womans;
  }

  /** Given names of women that do not end like one. */
  private static final Set<String> WOMEN =
      Set.of(
          "liz",
          "ann",
          "anne",
          "marie",
          "ingrid",
          "karin",
          "katrin",
          "judit",
          "bridget",
          "janet",
          "ester",
          "astrid",
          "mette",
          "margrethe",
          "catherine",
          "christine",
          "karine",
          "beate",
          "elisabeth",
          "elizabeth",
          "nancy",
          "hillary",
          "rachel",
          "yvette",
          "penny",
          "melanie",
          "agnes",
          "audrey",
          "marine",
          "avril",
          "amy",
          "alice",
          "michelle",
          "sophie",
          "zoe",
          "joyce",
          "julianne",
          "dorothy",
          "lynne",
          "deborah",
          "kadri",
          "tuuli");

  /** "Da Mosca il ministro degli Esteri": the country with whose capital the sentence begins. */
  private String ground(Words words, int at, Optional<String> date) {
    int start = at;
    while (start > 0 && at - start < FAR && !words.startsSentence(start)) {
      start--;
    }
    boolean from = start < at && PREPOSITIONS.get(words.key(start)) == Relation.FROM;
    return Optional.of(start + 1)
        .filter(place -> from && words.startsSentence(place - 1))
        .flatMap(place -> known(words, place, date))
        .map(match -> match.value().actor())
        .filter(actor -> actor.kind() == Actor.Kind.PLACE)
        .map(Actor::country)
        .orElse("");
  }

  /** The longest name or alias of the gazetteer at a place. */
  private Optional<Match<Form>> known(Words words, int start, Optional<String> date) {
    Optional<Match<Form>> match = longest(names, words, words::key, start, date);
    if (lexicon.isEmpty() || !words.isCapital(start)) {
      return match;
    }
    Optional<Match<Form>> other =
        longest(cyrillicNames, words, i -> words.transliterated(i, lexicon), start, date);
    return other.isPresent() && match.map(m -> m.end() < other.get().end()).orElse(true)
        ? other
        : match;
  }

  private Optional<Match<Form>> longest(
      PhraseTrie<Form> trie,
      Words words,
      IntFunction<String> keys,
      int start,
      Optional<String> date) {
    return trie.longest(words, keys, start, (forms, end) -> choose(forms, words, start, end, date));
  }

  /** Who is meant by a form: who holds the office at the date; of a name, else the nearest. */
  private Optional<Form> choose(
      List<Form> forms, Words words, int start, int end, Optional<String> date) {
    List<Form> possible = forms;
    if (!lexicon.isEmpty() && end == start + 1 && forms.get(0).isName()) {
      if (isOtherWord(words, start)) {
        return Optional.empty();
      }
      possible = forms.stream().filter(form -> !isNamesake(form, words, start)).toList();
    }
    if (date.isEmpty()) {
      return possible.stream().max(Comparator.comparing(form -> latest(form.actor())));
    }
    Optional<Form> active =
        possible.stream()
            .filter(form -> form.actor().isActive(date.get()))
            .reduce(
                (one, other) ->
                    likeness(other, words, start) > likeness(one, words, start) ? other : one);
    if (active.isPresent() || lexicon.isEmpty()) {
      return active;
    }
    String month = date.get();
    return possible.stream()
        .filter(Form::isName)
        .min(Comparator.comparing(form -> distance(form.actor(), month)));
  }

  /** How many letters a name begins with as it is written: Andriy Kostin is not Andrei Kostin. */
  private static int likeness(Form form, Words words, int start) {
    String name = TextNormaliser.fold(form.actor().name());
    String written = words.key(start);
    int same = 0;
    while (same < Math.min(name.length(), written.length())
        && name.charAt(same) == written.charAt(same)) {
      same++;
    }
    return same;
  }

  private static String latest(Actor actor) {
    return actor.to().isEmpty() ? "9" : actor.to();
  }

  /** Sorts those who left office before the date, the last first, before those who come after. */
  private static int distance(Actor actor, String date) {
    int month = months(date);
    return !actor.to().isEmpty() && months(actor.to()) < month
        ? month - months(actor.to())
        : 100_000 + months(actor.from()) - month;
  }

  private static int months(String date) {
    return 12 * Integer.parseInt(date.substring(0, 4)) + Integer.parseInt(date.substring(5, 7));
  }

  /** True for a word that is no name here: "Costa" that begins a sentence, "anti-Putin". */
  private boolean isOtherWord(Words words, int start) {
    if (words.key(start - 1).equals("-")
        && words.isGlued(start)
        && words.isWord(start - 2)
        && !words.isCapital(start - 2)) {
      return true;
    }
    return words.startsSentence(start) && lexicon.isCommonWord(words.key(start));
  }

  /** True after a given name that is not the actor's: "Hunter Biden". */
  private boolean isNamesake(Form form, Words words, int start) {
    if (!words.isCapital(start - 1)
        || !words.isWord(start - 1)
        || lexicon.isCommonWord(words.key(start - 1))) {
      return false;
    }
    String before = words.transliterated(start - 1, lexicon);
    return givenNames.contains(before) && !before.equals(form.givenName());
  }
}
