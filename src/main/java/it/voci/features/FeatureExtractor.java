package it.voci.features;

import it.voci.actors.ActorMatcher;
import it.voci.actors.Mention;
import it.voci.corpus.Article;
import it.voci.embedding.WordVectors;
import it.voci.quotes.Attribution;
import it.voci.quotes.AttributionFinder;
import it.voci.quotes.ReadParagraph;
import it.voci.text.TextSpan;
import it.voci.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns the paragraphs of an article into what the network sees. Immutable and safe for use by
 * several threads.
 */
public final class FeatureExtractor {
  private final FeatureSettings settings;
  private final GramTable table;
  private final WordVectors vectors;
  private final ActorMatcher actors;
  private final TermLists terms;
  private final AttributionFinder finder;
  private final List<String> denseNames;

  /** A thread's own, so that none waits for another. */
  private final ThreadLocal<Tools> tools;

  public FeatureExtractor(
      FeatureSettings settings,
      GramTable table,
      WordVectors vectors,
      ActorMatcher actors,
      TermLists terms) {
    this.settings = settings;
    this.table = table;
    this.vectors = vectors;
    this.actors = actors;
    this.terms = terms;
    finder = new AttributionFinder(actors);
    tools = ThreadLocal.withInitial(this::tools);
    denseNames =
        Stream.of(
                DenseFeatures.NAMES.stream(),
                SpeechFeatures.NAMES.stream(),
                SpeechFeatures.CONTEXT_NAMES.stream().map(name -> "before." + name),
                SpeechFeatures.CONTEXT_NAMES.stream().map(name -> "after." + name),
                terms.categories().stream().map(name -> "terms." + name),
                terms.categories().stream().map(name -> "terms_share." + name))
            .flatMap(names -> names)
            .toList();
  }

  /** What one thread works with, from article to article. */
  private record Tools(GramCounter counter, WordMemory words, GramTally tally) {}

  private Tools tools() {
    GramCounter counter = new GramCounter(settings, table::row);
    return new Tools(
        counter, new WordMemory(counter, vectors, terms), new GramTally(settings, table));
  }

  /**
   * Learns the n-grams' weights from training articles: ln((1 + n) / (1 + documents)) + 1, a
   * document being a paragraph; those below the settings' least number of documents are left out.
   */
  public static FeatureExtractor fit(
      FeatureSettings settings,
      WordVectors vectors,
      ActorMatcher actors,
      TermLists terms,
      List<Article> articles) {
    int[] documents = new int[settings.gramBuckets()];
    FeatureExtractor unfitted =
        new FeatureExtractor(
            settings, new GramTable(new int[0], new float[0]), vectors, actors, terms);
    GramCounter counter = new GramCounter(settings);
    WordMemory words = new WordMemory(counter, vectors, terms);
    int count = 0;
    for (Article article : articles) {
      for (Reading reading : unfitted.read(article, words)) {
        count++;
        int previous = -1;
        int[] buckets = reading.grams(counter);
        Arrays.sort(buckets);
        for (int bucket : buckets) {
          documents[bucket] += bucket == previous ? 0 : 1;
          previous = bucket;
        }
      }
    }
    int size = 0;
    for (int n : documents) {
      size += n >= settings.minDocuments() ? 1 : 0;
    }
    int[] hashes = new int[size];
    float[] idf = new float[size];
    int row = 0;
    for (int hash = 0; hash < documents.length; hash++) {
      if (documents[hash] >= settings.minDocuments()) {
        hashes[row] = hash;
        idf[row++] = (float) (Math.log((1.0 + count) / (1.0 + documents[hash])) + 1);
      }
    }
    return new FeatureExtractor(settings, new GramTable(hashes, idf), vectors, actors, terms);
  }

  /**
   * A paragraph as far as it was understood before anything is counted.
   *
   * @param words for every token
   */
  private record Reading(ReadParagraph paragraph, List<WordFacts> words, List<Attribution> speech) {
    int[] grams(GramCounter counter) {
      boolean[] own = new boolean[tokens().size()];
      int next = 0;
      for (int i = 0; i < own.length; i++) {
        int at = tokens().get(i).start();
        while (next < speech.size() && speech.get(next).speech().end() <= at) {
          next++;
        }
        own[i] = next == speech.size() || at < speech.get(next).speech().start();
      }
      return counter.find(words, mentions(), own);
    }

    List<Token> tokens() {
      return paragraph.tokens();
    }

    List<Mention> mentions() {
      return paragraph.mentions();
    }
  }

  private boolean seesSpeech() {
    return settings.sees(Branch.SPEECH) || settings.sees(Branch.CONTEXT);
  }

  private List<Reading> read(Article article, WordMemory words) {
    List<ReadParagraph> paragraphs =
        article.paragraphs().stream().map(p -> finder.read(p.text(), article.date())).toList();
    List<List<Attribution>> speech =
        seesSpeech() ? finder.find(paragraphs) : Collections.nCopies(paragraphs.size(), List.of());
    List<Reading> readings = new ArrayList<>(paragraphs.size());
    for (int i = 0; i < paragraphs.size(); i++) {
      readings.add(
          new Reading(paragraphs.get(i), words.facts(paragraphs.get(i).tokens()), speech.get(i)));
    }
    return readings;
  }

  public FeatureSettings settings() {
    return settings;
  }

  public ActorMatcher actors() {
    return actors;
  }

  /** The same extractor, which looks for other actors. */
  public FeatureExtractor with(ActorMatcher others) {
    return new FeatureExtractor(settings, table, vectors, others, terms);
  }

  public WordVectors vectors() {
    return vectors;
  }

  /** The n-grams that are looked at. */
  public GramTable table() {
    return table;
  }

  /** Length of the pooled word vectors: mean and, where words have one, greatest value. */
  public int vectorLength() {
    return 2 * vectors.dimension();
  }

  public TermLists terms() {
    return terms;
  }

  /** The dense features' names, in the order of their values. */
  public List<String> denseNames() {
    return denseNames;
  }

  /** Number of dense features. */
  public int denseLength() {
    return denseNames.size();
  }

  /** One entry per paragraph, in order. */
  public List<ParagraphFeatures> extract(Article article) {
    List<Reading> readings = read(article, tools.get().words());
    List<float[]> speech = speechFeatures(readings);
    List<GramBag> grams = readings.stream().map(this::grams).toList();
    List<ParagraphFeatures> features = new ArrayList<>(readings.size());
    for (int i = 0; i < readings.size(); i++) {
      features.add(features(readings, speech, grams, i));
    }
    return features;
  }

  private static List<float[]> speechFeatures(List<Reading> readings) {
    return readings.stream().map(FeatureExtractor::speechFeatures).toList();
  }

  private static float[] speechFeatures(Reading reading) {
    return SpeechFeatures.of(reading.tokens(), reading.mentions(), reading.speech());
  }

  private ParagraphFeatures features(
      List<Reading> readings, List<float[]> speech, List<GramBag> grams, int index) {
    List<GramBag> neighbours = new ArrayList<>(2);
    if (settings.sees(Branch.CONTEXT) && index > 0) {
      neighbours.add(grams.get(index - 1));
    }
    if (settings.sees(Branch.CONTEXT) && index + 1 < grams.size()) {
      neighbours.add(grams.get(index + 1));
    }
    return new ParagraphFeatures(
        grams.get(index),
        neighbours,
        pooled(readings.get(index)),
        dense(readings, speech, index),
        readings.get(index).speech());
  }

  /** What the network would see if words were missing; see {@link Occlusions}. */
  public Occlusions occlusions(Article article) {
    return new Occlusions(article);
  }

  /**
   * An article from which words may be taken: exactly what {@link #extract} gives for the shortened
   * text, without reading the rest of the article again. Safe for use by several threads.
   */
  public final class Occlusions {
    private final Optional<String> date;
    private final List<Reading> readings;
    private final List<float[]> speech;
    private final List<GramBag> grams;
    private final Optional<AttributionFinder.Revisions> revisions;

    private Occlusions(Article article) {
      date = article.date();
      readings = read(article, tools.get().words());
      speech = speechFeatures(readings);
      grams = readings.stream().map(FeatureExtractor.this::grams).toList();
      revisions =
          seesSpeech()
              ? Optional.of(finder.revisions(readings.stream().map(Reading::paragraph).toList()))
              : Optional.empty();
    }

    /** The paragraph's words, an actor's name being one; chars of the paragraph, in order. */
    public List<TextSpan> words(int index) {
      Reading reading = readings.get(index);
      List<TextSpan> words = new ArrayList<>();
      int next = 0;
      for (int t = 0; t < reading.tokens().size(); t++) {
        int first = t;
        if (next < reading.mentions().size() && reading.mentions().get(next).start() == t) {
          t = reading.mentions().get(next++).end() - 1;
        } else if (reading.tokens().get(t).kind() == Token.Kind.PUNCTUATION) {
          continue;
        }
        words.add(new TextSpan(reading.tokens().get(first).start(), reading.tokens().get(t).end()));
      }
      return words;
    }

    /** What the network sees of the whole paragraph. */
    public ParagraphFeatures whole(int index) {
      return features(readings, speech, grams, index);
    }

    /**
     * What the network sees of the paragraph without some of its text.
     *
     * @param removed in order, without overlaps; chars of the paragraph
     */
    public ParagraphFeatures without(int index, List<TextSpan> removed) {
      StringBuilder text = new StringBuilder(readings.get(index).paragraph().text());
      for (int i = removed.size() - 1; i >= 0; i--) {
        text.delete(removed.get(i).start(), removed.get(i).end());
      }
      ReadParagraph shortened = finder.read(text.toString(), date);
      List<WordFacts> words = tools.get().words().facts(shortened.tokens());
      List<List<Attribution>> attributed =
          revisions.map(all -> all.revised(index, shortened)).orElseGet(() -> List.of(List.of()));
      List<Reading> changed = new ArrayList<>(readings);
      List<float[]> changedSpeech = new ArrayList<>(speech);
      List<GramBag> changedGrams = new ArrayList<>(grams);
      for (int i = 0; i < attributed.size(); i++) {
        Reading old = readings.get(index + i);
        Reading reading =
            i == 0
                ? new Reading(shortened, words, attributed.get(i))
                : new Reading(old.paragraph(), old.words(), attributed.get(i));
        changed.set(index + i, reading);
        changedSpeech.set(index + i, speechFeatures(reading));
        if (i == 0 || (i == 1 && !reading.speech().equals(old.speech()))) {
          changedGrams.set(index + i, grams(reading));
        }
      }
      return features(changed, changedSpeech, changedGrams, index);
    }
  }

  private float[] dense(List<Reading> readings, List<float[]> speech, int index) {
    float[] dense = new float[denseLength()];
    Reading reading = readings.get(index);
    int at = 0;
    if (settings.sees(Branch.SURFACE)) {
      int sentences = reading.paragraph().sentences().size();
      put(
          DenseFeatures.of(reading.tokens(), reading.words(), sentences, index, readings.size()),
          dense,
          at);
    }
    at += DenseFeatures.NAMES.size();
    if (settings.sees(Branch.SPEECH)) {
      put(speech.get(index), dense, at);
    }
    at += SpeechFeatures.NAMES.size();
    int context = SpeechFeatures.CONTEXT_NAMES.size();
    if (settings.sees(Branch.CONTEXT)) {
      if (index > 0) {
        put(SpeechFeatures.context(speech.get(index - 1)), dense, at);
      }
      if (index + 1 < speech.size()) {
        put(SpeechFeatures.context(speech.get(index + 1)), dense, at + context);
      }
    }
    at += 2 * context;
    if (settings.sees(Branch.TERMS)) {
      int[] counts = terms.count(reading.tokens(), reading.words());
      int words = 0;
      for (Token token : reading.tokens()) {
        words += token.kind() == Token.Kind.PUNCTUATION ? 0 : 1;
      }
      for (int i = 0; i < counts.length; i++) {
        dense[at + i] = (float) Math.min(1, Math.log1p(counts[i]) / 2);
        dense[at + counts.length + i] = Math.min(1, 8f * counts[i] / Math.max(1, words));
      }
    }
    return dense;
  }

  private static void put(float[] values, float[] into, int at) {
    System.arraycopy(values, 0, into, at, values.length);
  }

  private GramBag grams(Reading reading) {
    return settings.sees(Branch.GRAMS)
        ? tools.get().tally().bag(reading.grams(tools.get().counter()))
        : GramBag.NONE;
  }

  /** Actors are left out, so that roles are learned and not names. */
  private float[] pooled(Reading reading) {
    int dimension = vectors.dimension();
    float[] pooled = new float[2 * dimension];
    int known = 0;
    if (!settings.sees(Branch.VECTORS)) {
      return pooled;
    }
    int next = 0;
    for (int t = 0; t < reading.words().size(); t++) {
      if (next < reading.mentions().size() && reading.mentions().get(next).start() == t) {
        t = reading.mentions().get(next++).end() - 1;
        continue;
      }
      float[] one = reading.words().get(t).vector();
      if (one.length == 0) {
        continue;
      }
      for (int i = 0; i < dimension; i++) {
        pooled[i] += one[i];
        pooled[dimension + i] = known == 0 ? one[i] : Math.max(pooled[dimension + i], one[i]);
      }
      known++;
    }
    for (int i = 0; i < dimension && known > 0; i++) {
      pooled[i] /= known;
    }
    return pooled;
  }
}
