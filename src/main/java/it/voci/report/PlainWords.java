package it.voci.report;

import it.voci.corpus.Label;
import it.voci.corpus.Task;
import it.voci.evaluation.LabelTrust;
import it.voci.evaluation.LabelTrust.Level;
import it.voci.evaluation.Outcome;
import it.voci.evaluation.Speed;
import it.voci.evaluation.TaskEvaluation;
import it.voci.quotes.Utterance;
import java.util.List;
import java.util.Locale;

/** Scores in sentences for readers who know no measures. */
final class PlainWords {
  private static final List<String> NUMBERS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  private PlainWords() {}

  /** {@code Of ten paragraphs called pro-Kremlin quote, nine are.} */
  static String precision(LabelTrust trust) {
    String start = "Of ten paragraphs called " + trust.label().en() + ", ";
    return start + subject(trust.rightOfTen(), trust.right() == trust.given()) + ".";
  }

  private static String subject(int ofTen, boolean all) {
    return switch (ofTen) {
      case 0 -> "hardly any is";
      case 1 -> "one is";
      case 10 -> all ? "all ten are" : "nearly all are";
      default -> NUMBERS.get(ofTen - 1) + " are";
    };
  }

  /** What a task's labels are worth on the whole. */
  static String accuracy(TaskEvaluation task) {
    if (task.scored() == 0) {
      return "No paragraph has labels for it, so nothing could be measured.";
    }
    int right = LabelTrust.ofTen(task.accuracy());
    return task.task().isSingle()
        ? "Of ten paragraphs, " + number(right) + " get the right " + name(task.task().id()) + "."
        : "Of ten labels given, "
            + number(LabelTrust.ofTen(task.counts().microPrecision()))
            + " are right; of ten paragraphs, "
            + number(right)
            + " get exactly the right set of "
            + name(task.task().id())
            + ".";
  }

  private static String number(int ofTen) {
    return switch (ofTen) {
      case 0 -> "hardly any";
      case 10 -> "nearly all";
      default -> NUMBERS.get(ofTen - 1);
    };
  }

  static String advice(Level level) {
    return switch (level) {
      case RELY -> "rely on it";
      case CHECK -> "check first";
      case DOUBT -> "do not rely on it";
      case FEW -> "too few to say";
    };
  }

  /** The rule behind {@link #advice}. */
  static String rule() {
    return String.format(
        Locale.ROOT,
        "Rely on it: at least %.2f of the paragraphs called so are right even at the lower end of"
            + " the interval. Check first: at least %.2f are right. Too few to say: fewer than %d"
            + " paragraphs were called so.",
        LabelTrust.RELY_FROM,
        LabelTrust.CHECK_FROM,
        LabelTrust.FEW);
  }

  /** {@code Pro-Kremlin voice (9 of 10), Boilerplate (9 of 10)}. */
  static String list(List<LabelTrust> labels) {
    return String.join(
        ", ",
        labels.stream()
            .map(trust -> trust.label().en() + " (" + trust.rightOfTen() + " of 10)")
            .toList());
  }

  static String speed(Speed speed) {
    return String.format(
        Locale.ROOT,
        "Speed: %d paragraphs in %.1f s on one thread, %.0f a second.",
        speed.paragraphs(),
        speed.seconds(),
        speed.paragraphsPerSecond());
  }

  /** {@code Dmitry Peskov (kremlin): ha detto}. */
  static String speaker(Utterance utterance) {
    String who = utterance.name().isEmpty() ? "nobody made out" : utterance.name();
    String side = name(utterance.side().name().toLowerCase(Locale.ROOT));
    return who + " (" + side + ")" + (utterance.cue().isEmpty() ? "" : ": " + utterance.cue());
  }

  static String where(Outcome outcome) {
    return outcome.articleId() + ", paragraph " + outcome.index();
  }

  /** English names of labels, or {@code none}. */
  static String labels(Task task, List<String> ids) {
    return ids.isEmpty()
        ? "none"
        : String.join(", ", ids.stream().map(id -> en(task, id)).toList());
  }

  static String en(Task task, String id) {
    return task.labels().stream()
        .filter(label -> label.id().equals(id))
        .map(Label::en)
        .findFirst()
        .orElse(id);
  }

  /** An identifier as words. */
  static String name(String id) {
    return id.replace('_', ' ');
  }
}
