package it.voci;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.classifier.Evidence;
import it.voci.classifier.NetworkClassifier;
import it.voci.classifier.OcclusionEvidence;
import it.voci.classifier.Prediction;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import it.voci.features.FeatureExtractor;
import it.voci.features.ParagraphFeatures;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import it.voci.text.TextSpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Evidence is what carries a label: without it the label's score falls, and by far. */
@Tag("slow")
class EvidenceFaithfulnessTest {
  private static final int PARAGRAPHS = 200;

  /** How many times as far as without as many words at random; measured were 14 to 22. */
  private static final double TIMES = 5;

  private static NetworkClassifier classifier;
  private static List<Article> articles;

  @BeforeAll
  static void read() {
    StoredModel model = ModelDirectory.read(Path.of("models", "voci-it"));
    classifier = model.classifier();
    articles = DatasetFile.read(Path.of("datasets", "voci-it", "dev.jsonl"), model.scheme());
  }

  private static final class Drops {
    private double marked;
    private double random;
    private int labels;
  }

  @Test
  void score_withoutTheEvidence_fallsMuchFartherThanWithoutAsManyRandomWords() {
    OcclusionEvidence finder = new OcclusionEvidence(classifier);
    Map<Task, Drops> drops = new HashMap<>();
    Random random = new Random(42);
    int paragraphs = 0;
    for (Article article : articles) {
      if (paragraphs >= PARAGRAPHS) {
        break;
      }
      List<Prediction> predictions = classifier.classify(article);
      List<List<Evidence>> evidence = finder.find(article, predictions);
      for (int i = 0; i < predictions.size(); i++) {
        paragraphs++;
        List<TextSpan> words = classifier.features().occlusions(article).words(i);
        for (TaskPrediction task : predictions.get(i).tasks()) {
          for (String label : task.labels()) {
            add(
                article,
                i,
                task,
                label,
                evidence.get(i),
                words,
                random,
                drops.computeIfAbsent(task.task(), key -> new Drops()));
          }
        }
      }
    }
    assertThat(drops.keySet()).containsExactlyInAnyOrderElementsOf(classifier.scheme().tasks());
    drops.forEach(
        (task, sums) -> {
          assertThat(sums.marked / sums.labels).as(task.id()).isGreaterThan(0.2);
          assertThat(sums.marked).as(task.id()).isGreaterThan(TIMES * Math.max(0, sums.random));
        });
  }

  private static void add(
      Article article,
      int index,
      TaskPrediction task,
      String label,
      List<Evidence> evidence,
      List<TextSpan> words,
      Random random,
      Drops drops) {
    List<TextSpan> marked =
        evidence.stream()
            .filter(one -> one.task().equals(task.task().id()) && one.label().equals(label))
            .map(Evidence::span)
            .toList();
    long count =
        words.stream()
            .filter(
                word ->
                    marked.stream()
                        .anyMatch(m -> m.start() <= word.start() && word.end() <= m.end()))
            .count();
    List<TextSpan> others = new ArrayList<>(words);
    Collections.shuffle(others, random);
    others = new ArrayList<>(others.subList(0, (int) count));
    others.sort(Comparator.comparingInt(TextSpan::start));
    double whole = task.scoresByLabel().get(label);
    drops.marked += whole - score(without(article, index, marked), index, task.task(), label);
    drops.random += whole - score(without(article, index, others), index, task.task(), label);
    drops.labels++;
  }

  private static double score(Article article, int index, Task task, String label) {
    return classifier.classify(article).get(index).task(task).scoresByLabel().get(label);
  }

  private static Article without(Article article, int index, List<TextSpan> spans) {
    List<Paragraph> paragraphs = new ArrayList<>(article.paragraphs());
    StringBuilder text = new StringBuilder(paragraphs.get(index).text());
    for (int i = spans.size() - 1; i >= 0; i--) {
      text.delete(spans.get(i).start(), spans.get(i).end());
    }
    paragraphs.set(index, Paragraph.unlabelled(text.toString()));
    return article.withParagraphs(paragraphs);
  }

  @Test
  void occlusion_isWhatTheWholeExtractionGivesForTheShortenedText() {
    Random random = new Random(7);
    FeatureExtractor features = classifier.features();
    for (Article article : articles.subList(0, 25)) {
      FeatureExtractor.Occlusions occlusions = features.occlusions(article);
      for (int i = 0; i < article.paragraphs().size(); i++) {
        List<TextSpan> removed =
            occlusions.words(i).stream().filter(word -> random.nextInt(6) == 0).toList();
        ParagraphFeatures quick = occlusions.without(i, removed);
        ParagraphFeatures full = features.extract(without(article, i, removed)).get(i);
        assertThat(quick.grams().rows()).isEqualTo(full.grams().rows());
        assertThat(quick.grams().weights()).isEqualTo(full.grams().weights());
        assertThat(quick.around().rows()).isEqualTo(full.around().rows());
        assertThat(quick.around().weights()).isEqualTo(full.around().weights());
        assertThat(quick.vector()).isEqualTo(full.vector());
        assertThat(quick.dense()).isEqualTo(full.dense());
        assertThat(quick.speech()).isEqualTo(full.speech());
      }
    }
  }
}
