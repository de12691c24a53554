package it.voci.quotes;

import it.voci.actors.Actor;
import it.voci.actors.Mention;
import it.voci.text.TextNormaliser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who was named and who spoke so far in an article. Not safe for use by several threads. */
final class Conversation {
  private Speaker focus = Speaker.NOBODY;
  private boolean goesOn;
  private final List<Speaker> named = new ArrayList<>();
  private final List<Speaker> spoken = new ArrayList<>();
  private final Map<String, Speaker> bySurname = new HashMap<>();

  /** Who spoke or was spoken of last: whoever a verb without a subject has for one. */
  Speaker focus() {
    return focus;
  }

  void focus(Speaker speaker) {
    focus = speaker.understood();
  }

  /** True where the paragraph before ended within a quotation. */
  boolean goesOn() {
    return goesOn;
  }

  void spoke(Speaker speaker) {
    if (speaker.isKnown()) {
      focus = speaker.understood();
      spoken.add(focus);
    }
  }

  void endParagraph(boolean withinQuotation) {
    goesOn = withinQuotation;
  }

  void named(Speaker speaker) {
    if (!speaker.isKnown()) {
      return;
    }
    named.add(speaker);
    String[] words = speaker.name().split(" ");
    if (words.length > 1 && Character.isUpperCase(words[words.length - 1].codePointAt(0))) {
      bySurname.put(key(words[words.length - 1]), speaker);
    }
  }

  /** Whoever was introduced under that surname. */
  Optional<Speaker> bySurname(String word) {
    return Optional.ofNullable(bySurname.get(key(word)));
  }

  /** The last one named whose office has that word: "il ministro", "lo stesso portavoce". */
  Optional<Speaker> byOffice(String word) {
    return last(spoken, word).or(() -> last(named, word));
  }

  private static Optional<Speaker> last(List<Speaker> speakers, String word) {
    for (int i = speakers.size() - 1; i >= 0; i--) {
      if ((" " + speakers.get(i).office() + " ").contains(" " + word + " ")) {
        return Optional.of(speakers.get(i).understood());
      }
    }
    return Optional.empty();
  }

  private static String key(String word) {
    return TextNormaliser.fold(word);
  }

  /** What a mention names, as a speaker. */
  static Speaker of(Mention mention, String asWritten) {
    Actor actor = mention.actor();
    String office = actor.role().toLowerCase(Locale.ROOT) + " " + asWritten;
    return new Speaker(
        actor.name(),
        actor.side(),
        TextNormaliser.fold(office).replace(';', ' '),
        Optional.of(asWritten));
  }
}
