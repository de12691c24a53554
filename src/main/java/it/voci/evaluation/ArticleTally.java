package it.voci.evaluation;

import it.voci.corpus.LabelRecord;
import it.voci.corpus.LabelRecord.Answer;
import it.voci.corpus.LabelRecord.Speech;
import it.voci.evaluation.TallyLayout.Unit;
import it.voci.text.TextSpan;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The counts of one article, while its paragraphs come in. */
final class ArticleTally {
  private final String article;
  private final TallyLayout layout;
  private final long[] counts;
  private final BitSet paragraphs = new BitSet();

  /** Name → side → words. */
  private final Map<String, Map<String, Long>> speakers = new HashMap<>();

  private long spoken;
  private long unnamed;
  private Optional<String> outlet = Optional.empty();
  private Optional<String> date = Optional.empty();

  ArticleTally(String article, TallyLayout layout) {
    this.article = article;
    this.layout = layout;
    this.counts = new long[layout.size()];
  }

  /** False where the paragraph is there already. */
  boolean add(LabelRecord record) {
    if (paragraphs.get(record.index())) {
      return false;
    }
    paragraphs.set(record.index());
    outlet = outlet.or(record::outlet);
    date = date.or(record::date);
    List<TextSpan> words = RunningWords.of(record.text());
    if (!words.isEmpty()) {
      for (Unit unit : Unit.values()) {
        count(record, unit, unit == Unit.WORDS ? words.size() : 1);
      }
      countSpeech(record.speeches(), words);
    }
    return true;
  }

  private void count(LabelRecord record, Unit unit, int amount) {
    counts[layout.total(unit)] += amount;
    List<Optional<Answer>> answers =
        layout.tasks().stream()
            .map(task -> record.answer(task.id()).filter(answer -> !answer.isAbstention()))
            .toList();
    for (int t = 0; t < answers.size(); t++) {
      counts[answers.get(t).isPresent() ? layout.answered(unit, t) : layout.abstained(unit, t)] +=
          amount;
      for (int label : labels(answers.get(t))) {
        counts[layout.label(unit, t, label)] += amount;
      }
    }
    if (layout.isCrossed()) {
      for (int row : labels(answers.get(layout.crossed()[0]))) {
        for (int column : labels(answers.get(layout.crossed()[1]))) {
          counts[layout.crossedAnswered(unit)] += amount;
          counts[layout.cell(unit, row, column)] += amount;
        }
      }
    }
  }

  private static int[] labels(Optional<Answer> answer) {
    return answer.stream()
        .flatMapToInt(a -> a.labels().stream().mapToInt(a.task()::indexOf))
        .toArray();
  }

  private void countSpeech(List<Speech> speeches, List<TextSpan> words) {
    BitSet all = new BitSet();
    BitSet named = new BitSet();
    Map<String, BitSet> bySpeaker = new HashMap<>();
    for (Speech speech : speeches) {
      Map<String, Long> sides = speakers.computeIfAbsent(speech.name(), name -> new HashMap<>());
      BitSet own = bySpeaker.computeIfAbsent(speech.name(), name -> new BitSet());
      for (int w = 0; w < words.size(); w++) {
        if (words.get(w).start() < speech.end() && speech.start() < words.get(w).end()) {
          all.set(w);
          if (!own.get(w)) {
            own.set(w);
            sides.merge(speech.side(), 1L, Long::sum);
          }
          if (!speech.name().isEmpty()) {
            named.set(w);
          }
        }
      }
    }
    spoken += all.cardinality();
    unnamed += all.cardinality() - named.cardinality();
  }

  String article() {
    return article;
  }

  Optional<String> outlet() {
    return outlet;
  }

  Optional<String> date() {
    return date;
  }

  long[] counts() {
    return counts.clone();
  }

  /** Words of all speech. */
  long spoken() {
    return spoken;
  }

  /** Words of speech that are nobody's by name. */
  long unnamed() {
    return unnamed;
  }

  /** Name, not empty → side → words. */
  Map<String, Map<String, Long>> speakers() {
    Map<String, Map<String, Long>> named = new HashMap<>(speakers);
    named.remove("");
    return named;
  }

  long words(String speaker) {
    return speakers.getOrDefault(speaker, Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
