package it.voci.quotes;

import it.voci.actors.Side;
import it.voci.text.TextNormaliser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who was named and who spoke so far in an article. Not safe for use by several threads. */
final class Conversation {
  /** As far back as a reader remembers. */
  private static final int MEMORY = 60;

  /** Sentences after which nobody is meant by a plural without a subject. */
  private static final int RECENT = 2;

  /** Sentences after which who spoke no longer goes before who was named. */
  private static final int LATELY = 2;

  private Speaker focus = Speaker.NOBODY;
  private Speaker protagonist = Speaker.NOBODY;
  private Speaker headline = Speaker.NOBODY;
  private final Deque<Speaker> named = new ArrayDeque<>();
  private final Deque<Speaker> spoken = new ArrayDeque<>();
  private final Map<String, Integer> spokeAt = new HashMap<>();
  private final Map<String, Speaker> bySurname = new HashMap<>();
  private final Map<String, Speaker> services = new HashMap<>();
  private final Map<String, Speaker> issuers = new HashMap<>();
  private final Set<String> persons = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private Speaker group = Speaker.NOBODY;
  private Speaker issuer = Speaker.NOBODY;
  private Speaker lastPerson = Speaker.NOBODY;
  private int sentence;
  private int groupAt;
  private int issuerAt;
  private Side scene = Side.UNKNOWN;

  Conversation() {}

  /** A conversation that goes on from where another stands, which stays as it is. */
  Conversation(Conversation other) {
    focus = other.focus;
    protagonist = other.protagonist;
    headline = other.headline;
    scene = other.scene;
    named.addAll(other.named);
    spoken.addAll(other.spoken);
    spokeAt.putAll(other.spokeAt);
    bySurname.putAll(other.bySurname);
    services.putAll(other.services);
    persons.addAll(other.persons);
    groups.addAll(other.groups);
    group = other.group;
    issuer = other.issuer;
    lastPerson = other.lastPerson;
    sentence = other.sentence;
    groupAt = other.groupAt;
    issuerAt = other.issuerAt;
    issuers.putAll(other.issuers);
  }

  void nextSentence() {
    sentence++;
  }

  /** One person was named. */
  void individual(Speaker speaker) {
    persons.add(speaker.name());
    lastPerson = speaker.understood();
  }

  /** Several people were named. */
  void group(Speaker speaker) {
    if (speaker.isKnown()) {
      group = speaker.understood();
      groupAt = sentence;
      groups.add(group.name());
    }
  }

  /** Whom "quest'ultimo" means. */
  Speaker lastPerson() {
    return lastPerson;
  }

  /** Whom a verb in the plural without a subject has for one. */
  Speaker plural() {
    Optional<Speaker> last =
        lately().stream().findFirst().filter(speaker -> groups.contains(speaker.name()));
    if (last.isPresent()) {
      return last.get();
    }
    if (group.isKnown() && (group.equals(focus) || groupAt >= sentence - RECENT)) {
      return group;
    }
    return persons.contains(focus.name()) ? Speaker.NOBODY : focus;
  }

  /** Whom a verb in the singular without a subject has for one. */
  Speaker singular() {
    boolean spoke = spokeAt.getOrDefault(focus.name(), -MEMORY) >= sentence - RECENT;
    return groups.contains(focus.name()) || !(spoke || persons.contains(focus.name()))
        ? spoken.stream()
            .filter(speaker -> !groups.contains(speaker.name()))
            .filter(speaker -> spokeAt.get(speaker.name()) >= sentence - RECENT)
            .findFirst()
            .orElse(focus)
        : focus;
  }

  /** Who issued the document that was spoken of just before; nobody, if none was. */
  Speaker issuer() {
    return issuerAt >= sentence - RECENT ? issuer : Speaker.NOBODY;
  }

  /** Who issued what the article calls by a noun. */
  Speaker issuer(String document) {
    return issuers.getOrDefault(document, issuer());
  }

  void issuer(String document, Speaker speaker) {
    issuer = speaker.understood();
    issuerAt = sentence;
    if (issuer.isKnown()) {
      issuers.put(document, issuer);
    }
  }

  /** Who spoke or was spoken of last: whoever a verb without a subject has for one. */
  Speaker focus() {
    return focus;
  }

  void focus(Speaker speaker) {
    if (speaker.isKnown()) {
      focus = speaker.understood();
    }
  }

  /** On whose ground the text is: "A Kiev la correzione …" tells which president is meant. */
  void scene(Side side) {
    scene = side;
  }

  /** The first person the article named: in an interview, who answers. */
  Speaker protagonist() {
    return protagonist;
  }

  /** "Ne abbiamo parlato con …" */
  void interviewed(Speaker speaker) {
    protagonist = speaker.understood();
  }

  void person(Speaker speaker) {
    if (!protagonist.isKnown()) {
      protagonist = speaker.understood();
    }
  }

  /** Whom the title of this entry lets speak. */
  Optional<Speaker> headline() {
    return Optional.of(headline).filter(Speaker::isKnown);
  }

  void headline(Speaker speaker) {
    headline = speaker.understood();
  }

  Side scene() {
    return scene;
  }

  void spoke(Speaker speaker) {
    if (speaker.isKnown()) {
      focus = speaker.understood();
      remember(spoken, focus);
      spokeAt.put(focus.name(), sentence);
    }
  }

  void named(Speaker speaker) {
    if (!speaker.isKnown()) {
      return;
    }
    remember(named, speaker.understood());
    String[] words = speaker.name().split(" ", -1);
    int last = words.length - 1;
    if (Character.isUpperCase(words[0].codePointAt(0))
        && Character.isUpperCase(words[last].codePointAt(0))
        && words[last].length() > 2) {
      bySurname.put(key(words[last]), speaker.understood());
    }
  }

  private static void remember(Deque<Speaker> speakers, Speaker speaker) {
    speakers.addFirst(speaker);
    if (speakers.size() > MEMORY) {
      speakers.removeLast();
    }
  }

  /** Whoever was introduced under that surname. */
  Optional<Speaker> bySurname(String word) {
    return Optional.ofNullable(bySurname.get(key(word)));
  }

  /**
   * The last one named whose office has one of the words, and half of the others: "lo stesso
   * portavoce", "il ministro degli Esteri".
   *
   * @param sides all, if empty
   */
  Optional<Speaker> byOffice(Set<String> words, List<String> others, Set<Side> sides) {
    Optional<Speaker> now = last(new ArrayDeque<>(List.of(focus)), words, others, sides);
    if (focus.isKnown() && now.isPresent()) {
      return now;
    }
    Optional<Speaker> here =
        scene == Side.UNKNOWN || !sides.isEmpty()
            ? Optional.empty()
            : last(spoken, words, others, Set.of(scene))
                .or(() -> last(named, words, others, Set.of(scene)));
    return here.or(() -> last(lately(), words, others, sides))
        .or(() -> last(named, words, others, sides))
        .or(() -> last(spoken, words, others, sides));
  }

  /** True where who spoke last has one of those words in the office, and half of the others. */
  boolean focusHolds(Set<String> words, List<String> others) {
    return focus.isKnown()
        && last(new ArrayDeque<>(List.of(focus)), words, others, Set.of()).isPresent();
  }

  boolean isPerson(Speaker speaker) {
    return persons.contains(speaker.name());
  }

  private Deque<Speaker> lately() {
    Deque<Speaker> lately = new ArrayDeque<>(spoken);
    lately.removeIf(speaker -> spokeAt.getOrDefault(speaker.name(), 0) < sentence - LATELY);
    return lately;
  }

  private static Optional<Speaker> last(
      Deque<Speaker> speakers, Set<String> words, List<String> others, Set<Side> sides) {
    for (Speaker speaker : speakers) {
      if (sides.isEmpty() || sides.contains(speaker.side())) {
        String office = " " + speaker.office() + " ";
        long agreeing = others.stream().filter(w -> office.contains(" " + stem(w))).count();
        if (agreeing * 2 >= others.size()) {
          for (String word : words) {
            if (office.contains(" " + word + " ")) {
              return Optional.of(speaker);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Without what gender, number and spelling change: "ucrain-a", "Zelensk-yy". */
  private static String stem(String word) {
    return word.length() > 6 ? word.substring(0, word.length() - 2) : word + " ";
  }

  /** Remembers a country's intelligence or defence ministry: whom its capital then stands for. */
  void service(String country, Speaker speaker) {
    services.put(country, speaker.understood());
  }

  /** True where one of the last speakers was a service. */
  boolean isAboutServices() {
    return spoken.stream()
        .limit(3)
        .filter(speaker -> !groups.contains(speaker.name()) && !isPerson(speaker))
        .anyMatch(speaker -> speaker.side() == Side.WESTERN_INTELLIGENCE);
  }

  Optional<Speaker> service(String country) {
    return Optional.ofNullable(services.get(country));
  }

  private static String key(String word) {
    return TextNormaliser.fold(word);
  }
}
