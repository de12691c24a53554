package it.voci.report;

import it.voci.actors.Side;
import it.voci.classifier.LabelledArticle.Warning;
import it.voci.corpus.Label;
import java.util.Locale;

/** In which language labels are named, and the words around them. */
public enum Language {
  EN,
  IT;

  /** The language's code. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  String name(Label label) {
    return this == IT ? label.it() : label.en();
  }

  /** One of two wordings. */
  String say(String english, String italian) {
    return this == IT ? italian : english;
  }

  /** A number with its noun. */
  String count(int number, String one, String many, String uno, String molti) {
    return number + " " + (number == 1 ? say(one, uno) : say(many, molti));
  }

  String paragraphs(int number) {
    return count(number, "paragraph", "paragraphs", "paragrafo", "paragrafi");
  }

  String nobody() {
    return say("nobody named", "nessun nome");
  }

  String name(Side side) {
    String english = side.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (side) {
      case KREMLIN -> say(english, "Cremlino");
      case UKRAINE -> say(english, "Ucraina");
      case WEST -> say(english, "Occidente");
      case WESTERN_INTELLIGENCE -> say(english, "intelligence occidentale");
      case EXPERT -> say(english, "esperti");
      case OPPOSITION -> say(english, "opposizione");
      case OTHER -> say(english, "altri");
      case UNKNOWN -> say(english, "ignoto");
    };
  }

  String name(Warning warning) {
    String english = warning.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return switch (warning) {
      case EMPTY -> say(english, "vuoto");
      case NOT_ITALIAN -> say(english, "non italiano");
      case INCONSISTENT -> say(english, "incoerente");
    };
  }
}
