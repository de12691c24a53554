package it.voci.classifier;

import it.voci.corpus.Article;
import it.voci.corpus.Task;
import it.voci.features.FeatureExtractor;
import it.voci.features.GramBag;
import it.voci.quotes.Attribution;
import it.voci.text.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the words that carry a label by taking each away in turn and labelling what is left, speech
 * and speakers included (occlusion: Zeiler and Fergus 2014, arXiv:1311.2901; Li, Monroe and
 * Jurafsky 2016, arXiv:1612.08220). What names a speaker is also taken away as a whole, together
 * with the words of saying.
 */
public final class OcclusionEvidence implements EvidenceFinder {
  /** Spans marked for a label at most. */
  private static final int MOST = 6;

  /** Less is noise. */
  private static final double LEAST_WEIGHT = 0.05;

  /** Of longer paragraphs several words are taken away at once, so that time stays in bounds. */
  private static final int MOST_OCCLUSIONS = 150;

  /** Chars at most between a speaker's name and the words of saying, to be one passage. */
  private static final int NEAR = 25;

  private final NetworkClassifier classifier;

  public OcclusionEvidence(NetworkClassifier classifier) {
    this.classifier = classifier;
  }

  /** A label that was given. */
  private record Given(int task, int label) {}

  @Override
  public List<List<Evidence>> find(Article article, List<Prediction> predictions) {
    FeatureExtractor.Occlusions occlusions = classifier.features().occlusions(article);
    return IntStream.range(0, predictions.size())
        .mapToObj(
            i ->
                new Paragraph(article.paragraphs().get(i).text(), i, occlusions, predictions.get(i))
                    .evidence())
        .toList();
  }

  /** As {@link #find(Article, List)}, of one paragraph, without looking at the others. */
  public List<Evidence> find(Article article, int index, Prediction prediction) {
    return new Paragraph(
            article.paragraphs().get(index).text(),
            index,
            classifier.features().occlusions(article),
            prediction)
        .evidence();
  }

  private final class Paragraph {
    private final String text;
    private final int index;
    private final FeatureExtractor.Occlusions occlusions;
    private final List<Given> given = new ArrayList<>();
    private final List<Attribution> speech;
    private final double[] logOdds;

    /** Those of the neighbours, which do not change, are added up once. */
    private final IdentityHashMap<GramBag, float[]> sums = new IdentityHashMap<>();

    /** What was taken away and by how much the log-odds of every given label fell. */
    private final Map<TextSpan, double[]> falls = new LinkedHashMap<>();

    Paragraph(
        String text, int index, FeatureExtractor.Occlusions occlusions, Prediction prediction) {
      this.text = text;
      this.index = index;
      this.occlusions = occlusions;
      this.speech = prediction.speech();
      for (int t = 0; t < prediction.tasks().size(); t++) {
        TaskPrediction task = prediction.tasks().get(t);
        for (String label : task.labels()) {
          given.add(new Given(t, task.task().indexOf(label)));
        }
      }
      logOdds = logOdds(classifier.predict(occlusions.whole(index), sums));
    }

    List<Evidence> evidence() {
      spans().forEach(this::falls);
      List<TextSpan> tried = List.copyOf(falls.keySet());
      List<Evidence> evidence = new ArrayList<>();
      for (int g = 0; g < given.size(); g++) {
        evidence.addAll(evidence(g, tried));
      }
      return evidence;
    }

    private List<Evidence> evidence(int which, List<TextSpan> tried) {
      List<TextSpan> strongest =
          tried.stream()
              .filter(span -> falls(span)[which] >= LEAST_WEIGHT)
              .sorted(Comparator.comparingDouble(span -> -falls(span)[which]))
              .toList();
      List<TextSpan> chosen = new ArrayList<>();
      for (TextSpan span : strongest) {
        if (chosen.size() < MOST && chosen.stream().noneMatch(other -> overlap(other, span))) {
          chosen.add(span);
        }
      }
      chosen.sort(Comparator.comparingInt(TextSpan::start));
      Task task = classifier.scheme().tasks().get(given.get(which).task());
      String label = task.labels().get(given.get(which).label()).id();
      List<Evidence> evidence = new ArrayList<>();
      for (TextSpan span : joined(chosen)) {
        // Words side by side count as they do together, which may be less than one by one.
        double fall = falls(span)[which];
        if (fall >= LEAST_WEIGHT) {
          evidence.add(new Evidence(task.id(), label, span, fall));
        }
      }
      return evidence;
    }

    /** Spans with nothing but blanks between become one. */
    private List<TextSpan> joined(List<TextSpan> spans) {
      List<TextSpan> joined = new ArrayList<>();
      for (TextSpan span : spans) {
        int last = joined.size() - 1;
        if (last >= 0 && text.substring(joined.get(last).end(), span.start()).isBlank()) {
          joined.set(last, new TextSpan(joined.get(last).start(), span.end()));
        } else {
          joined.add(span);
        }
      }
      return joined;
    }

    private double[] falls(TextSpan span) {
      return falls.computeIfAbsent(
          span,
          removed -> {
            double[] fell =
                logOdds(classifier.predict(occlusions.without(index, List.of(removed)), sums));
            for (int g = 0; g < fell.length; g++) {
              fell[g] = logOdds[g] - fell[g];
            }
            return fell;
          });
    }

    /** Of the labels that were given. */
    private double[] logOdds(Prediction prediction) {
      return given.stream()
          .mapToDouble(one -> prediction.tasks().get(one.task()).logOdds(one.label()))
          .toArray();
    }

    private List<TextSpan> spans() {
      List<TextSpan> words = occlusions.words(index);
      int together = (words.size() + MOST_OCCLUSIONS - 1) / MOST_OCCLUSIONS;
      List<TextSpan> spans = new ArrayList<>();
      for (int i = 0; i < words.size(); i += together) {
        int last = Math.min(i + together, words.size()) - 1;
        spans.add(new TextSpan(words.get(i).start(), words.get(last).end()));
      }
      speech.stream()
          .limit(MOST_OCCLUSIONS)
          .forEach(attribution -> speakerPassage(attribution).ifPresent(spans::add));
      return spans;
    }

    /** The words of saying and, where it stands near, the speaker's name. */
    private Optional<TextSpan> speakerPassage(Attribution attribution) {
      if (attribution.cue().isEmpty() || attribution.speaker().asWritten().isEmpty()) {
        return Optional.empty();
      }
      TextSpan cue = attribution.cue().get();
      String name = attribution.speaker().asWritten().get();
      int after = text.indexOf(name, cue.end());
      int before = text.lastIndexOf(name, cue.start() - name.length());
      boolean isAfter = after >= 0 && after - cue.end() <= NEAR;
      boolean isBefore = before >= 0 && cue.start() - before - name.length() <= NEAR;
      TextSpan passage;
      if (isBefore && (!isAfter || cue.start() - before - name.length() <= after - cue.end())) {
        passage = new TextSpan(before, cue.end());
      } else if (isAfter) {
        passage = new TextSpan(cue.start(), after + name.length());
      } else {
        return Optional.empty();
      }
      return overlap(passage, attribution.speech()) ? Optional.empty() : Optional.of(passage);
    }
  }

  private static boolean overlap(TextSpan a, TextSpan b) {
    return a.start() < b.end() && b.start() < a.end();
  }
}
