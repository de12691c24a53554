package it.voci.actors;

import it.voci.actors.Lexicon.Country;
import it.voci.actors.Lexicon.Flag;
import it.voci.actors.Lexicon.Group;
import it.voci.actors.Lexicon.Head;
import it.voci.actors.Lexicon.Place;
import it.voci.actors.PhraseTrie.Match;
import java.util.Optional;
import java.util.Set;

/**
 * Reads phrases for offices and bodies: a head noun, then in any order adjectives, a ministry's
 * domain, a nationality, whose or where. Immutable.
 */
final class OfficePatterns {
  /** What the gazetteer has at a place of the text. */
  interface Named {
    Optional<Match<Form>> at(int start);
  }

  /**
   * A phrase.
   *
   * @param end token after the last one
   * @param key the same for all phrases of one office
   * @param country ISO code, or empty
   * @param isBare true if it says neither country nor owner
   */
  record Phrase(
      Head head,
      int start,
      int end,
      String key,
      String country,
      Side side,
      boolean isFormer,
      boolean isBare) {
    boolean isPerson() {
      return !head.is(Flag.BODY) && !head.is(Flag.PLURAL);
    }
  }

  private static final Set<String> OF =
      Set.of("di", "d'", "del", "dello", "della", "dell'", "dei", "degli", "delle");
  private static final Set<String> TO =
      Set.of("al", "allo", "alla", "all'", "agli", "ai", "alle", "per");
  private static final Set<String> AT =
      Set.of("a", "ad", "in", "nel", "nello", "nella", "nell'", "nei", "negli", "nelle", "presso");
  private static final Set<String> ARTICLES = Set.of("il", "lo", "la", "l'", "i", "gli", "le");
  private static final int DEPTH = 3;

  private final Lexicon lexicon;

  OfficePatterns(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The phrase that begins at a place. */
  Optional<Phrase> parse(Words words, int start, Named named) {
    int from = start;
    boolean former = words.key(start).equals("ex");
    if (former) {
      from += words.key(start + 1).equals("-") ? 2 : 1;
    }
    return lexicon
        .heads
        .longest(words, from)
        .map(head -> new Reading(words, named, head.value(), head.end(), 0).phrase(start, former));
  }

  /** One phrase being read. */
  private final class Reading {
    private final Words words;
    private final Named named;
    private final Head head;
    private final int depth;
    private int end;
    private String country = "";
    private String domain = "";
    private Optional<Place> place = Optional.empty();
    private String location = "";
    private Optional<Actor> owner = Optional.empty();
    private Optional<Reading> body = Optional.empty();
    private boolean isProKremlin;
    private boolean isExiled;

    Reading(Words words, Named named, Head head, int end, int depth) {
      this.words = words;
      this.named = named;
      this.head = head;
      this.end = end;
      this.depth = depth;
      domain = head.domain();
      while (adjective() || nationality() || complement()) {
        // each moves the end
      }
    }

    private boolean adjective() {
      return to(lexicon.fillers.longest(words, end));
    }

    private boolean to(Optional<? extends Match<?>> match) {
      match.ifPresent(m -> end = m.end());
      return match.isPresent();
    }

    private boolean nationality() {
      if (to(lexicon.proKremlin.longest(words, end))) {
        isProKremlin = true;
        return true;
      }
      if (to(lexicon.exile.longest(words, end))) {
        isExiled = true;
        return true;
      }
      Optional<Match<Country>> nation = lexicon.nations.longest(words, end);
      if (nation.isEmpty() || !country.isEmpty()) {
        return false;
      }
      country = nation.get().value().code();
      return to(nation);
    }

    /** What a preposition introduces. */
    private boolean complement() {
      String preposition = words.key(end);
      boolean of = OF.contains(preposition);
      boolean to = TO.contains(preposition);
      if (!of && !to && !AT.contains(preposition)) {
        return false;
      }
      int next = end + 1;
      if ((preposition.equals("per") || preposition.equals("presso"))
          && ARTICLES.contains(words.key(next))) {
        next++;
      }
      if (of || to) {
        if (domain(next)) {
          return true;
        }
      }
      if (of) {
        return body(next) || place(next) || owner(next);
      }
      return head.is(Flag.ABROAD) && location(next);
    }

    private boolean domain(int next) {
      Optional<Match<String>> match = lexicon.domains.longest(words, next);
      if (match.isEmpty() || !domain.isEmpty()) {
        return false;
      }
      domain = match.get().value();
      end = match.get().end();
      // degli Esteri e della Cooperazione
      if (words.key(end).equals("e") && OF.contains(words.key(end + 1))) {
        to(lexicon.domains.longest(words, end + 2));
      }
      return true;
    }

    /** Of the ministry, of the army, of the region: a phrase of its own. */
    private boolean body(int next) {
      if (body.isPresent() || owner.isPresent() || depth == DEPTH) {
        return false;
      }
      Optional<Match<Head>> match =
          lexicon.heads.longest(words, next).filter(m -> m.value().is(Flag.BODY));
      if (match.isEmpty() || named.at(next).filter(m -> m.end() > match.get().end()).isPresent()) {
        return false;
      }
      Reading inner = new Reading(words, named, match.get().value(), match.get().end(), depth + 1);
      body = Optional.of(inner);
      end = inner.end;
      if (country.isEmpty()) {
        country = inner.country;
      }
      if (place.isEmpty()) {
        place = inner.place;
      }
      isProKremlin |= inner.isProKremlin;
      isExiled |= inner.isExiled;
      return true;
    }

    private boolean place(int start) {
      int next = lexicon.connectors.longest(words, start).map(Match::end).orElse(start);
      next += next > start && OF.contains(words.key(next)) ? 1 : 0;
      Optional<Match<Place>> match = lexicon.places.longest(words, next);
      if (match.isEmpty() || place.isPresent() || isLongerName(next, match.get().end())) {
        return false;
      }
      place = Optional.of(match.get().value());
      if (country.isEmpty()) {
        country = match.get().value().country();
      }
      return to(match);
    }

    private boolean isLongerName(int next, int matchEnd) {
      return named.at(next).filter(m -> m.end() > matchEnd).isPresent();
    }

    private boolean owner(int next) {
      Optional<Match<Form>> match = named.at(next);
      if (match.isEmpty() || owner.isPresent() || !country.isEmpty()) {
        return false;
      }
      owner = Optional.of(match.get().value().actor());
      return to(match);
    }

    private boolean location(int next) {
      if (!location.isEmpty()) {
        return false;
      }
      Optional<Match<Form>> actor =
          named.at(next).filter(m -> m.value().actor().kind() != Actor.Kind.PLACE);
      Optional<Match<Place>> match = lexicon.places.longest(words, next);
      if (actor.isPresent()) {
        location = actor.get().value().actor().name();
        return to(actor);
      }
      match.ifPresent(m -> location = m.value().country());
      return to(match);
    }

    Phrase phrase(int start, boolean former) {
      boolean bare = country.isEmpty() && owner.isEmpty() && !isProKremlin && !isExiled;
      return new Phrase(head, start, end, key(), code(), side(), former, bare);
    }

    private String code() {
      return isProKremlin
          ? "RU"
          : country.isEmpty() ? owner.map(Actor::country).orElse("") : country;
    }

    private Group group() {
      if (isProKremlin) {
        return Group.KREMLIN;
      }
      if (!country.isEmpty()) {
        return lexicon.group(country);
      }
      return owner.map(actor -> lexicon.group(actor.country())).orElse(Group.UNKNOWN);
    }

    private Side side() {
      Group group = group();
      if (isExiled && lexicon.side(head, group) != Side.EXPERT) {
        return lexicon.side("dissident", group).orElse(lexicon.side(head, group));
      }
      Side side = sideOf(head, group);
      Optional<Side> within = body.map(inner -> inner.sideOf(inner.head, group));
      return within.filter(Side.WESTERN_INTELLIGENCE::equals).orElse(side);
    }

    /** An owner's side is that of who speaks for him, whatever his country. */
    private Side sideOf(Head of, Group group) {
      boolean speaksForOwner = lexicon.side(of, Group.UNKNOWN) == Side.UNKNOWN;
      return country.isEmpty() && !isProKremlin && owner.isPresent() && speaksForOwner
          ? owner.get().side()
          : lexicon.side(of, group);
    }

    private String key() {
      boolean isLocal = head.is(Flag.LOCAL) || body.map(b -> b.head.is(Flag.LOCAL)).orElse(false);
      Optional<Reading> inner = body;
      return String.join(
          "/",
          head.id() + inner.map(b -> ">" + b.head.id()).orElse(""),
          domain.isEmpty() ? inner.map(b -> b.domain).orElse("") : domain,
          owner.or(() -> inner.flatMap(b -> b.owner)).map(Actor::name).orElse(""),
          place.filter(p -> isLocal || !p.isState()).map(Place::name).orElse(""),
          location);
    }
  }
}
