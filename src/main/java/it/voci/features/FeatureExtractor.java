package it.voci.features;

import it.voci.actors.ActorMatcher;
import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.corpus.Article;
import it.voci.corpus.Paragraph;
import it.voci.embedding.WordVectors;
import it.voci.text.ItalianTokenizer;
import it.voci.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns the paragraphs of an article into what the network sees. Immutable and safe for use by
 * several threads.
 */
public final class FeatureExtractor {
  private final FeatureSettings settings;
  private final float[] idf;
  private final WordVectors vectors;
  private final ActorMatcher actors;
  private final ItalianTokenizer tokenizer = new ItalianTokenizer();

  /**
   * Takes over the array, which must not be changed afterwards.
   *
   * @param idf inverse document frequency of every n-gram bucket, 0 for those to be left out;
   *     length {@link FeatureSettings#gramBuckets()}
   */
  public FeatureExtractor(
      FeatureSettings settings, float[] idf, WordVectors vectors, ActorMatcher actors) {
    if (idf.length != settings.gramBuckets()) {
      throw new IllegalArgumentException(
          "expected " + settings.gramBuckets() + " weights but was " + idf.length);
    }
    this.settings = settings;
    this.idf = idf;
    this.vectors = vectors;
    this.actors = actors;
  }

  /**
   * Learns the n-grams' weights from training articles: ln((1 + n) / (1 + documents)) + 1, a
   * document being a paragraph, and 0 below the settings' least number of documents.
   */
  public static FeatureExtractor fit(
      FeatureSettings settings, WordVectors vectors, ActorMatcher actors, List<Article> articles) {
    int[] documents = new int[settings.gramBuckets()];
    ItalianTokenizer tokenizer = new ItalianTokenizer();
    GramCounter counter = new GramCounter(settings);
    int count = 0;
    for (Article article : articles) {
      for (Paragraph paragraph : article.paragraphs()) {
        count++;
        int previous = -1;
        List<Token> tokens = tokenizer.tokenize(paragraph.text());
        for (int bucket : counter.buckets(tokens, sided(actors.mentions(tokens, article.date())))) {
          documents[bucket] += bucket == previous ? 0 : 1;
          previous = bucket;
        }
      }
    }
    float[] idf = new float[documents.length];
    for (int i = 0; i < idf.length; i++) {
      if (documents[i] >= settings.minDocuments()) {
        idf[i] = (float) (Math.log((1.0 + count) / (1.0 + documents[i])) + 1);
      }
    }
    return new FeatureExtractor(settings, idf, vectors, actors);
  }

  public FeatureSettings settings() {
    return settings;
  }

  public ActorMatcher actors() {
    return actors;
  }

  /** The same extractor, which looks for other actors. */
  public FeatureExtractor with(ActorMatcher others) {
    return new FeatureExtractor(settings, idf, vectors, others);
  }

  public WordVectors vectors() {
    return vectors;
  }

  /** A copy of the n-grams' weights. */
  public float[] idf() {
    return idf.clone();
  }

  /** Length of the pooled word vectors: mean and, where words have one, greatest value. */
  public int vectorLength() {
    return 2 * vectors.dimension();
  }

  /** Number of dense features. */
  public int denseLength() {
    return DenseFeatures.NAMES.size() + ActorFeatures.NAMES.size();
  }

  /** One entry per paragraph, in order. */
  public List<ParagraphFeatures> extract(Article article) {
    List<ParagraphFeatures> features = new ArrayList<>(article.paragraphs().size());
    GramCounter counter = new GramCounter(settings);
    int count = article.paragraphs().size();
    float[] before = ActorFeatures.nobody();
    for (int i = 0; i < count; i++) {
      String text = article.paragraphs().get(i).text();
      List<Token> tokens = tokenizer.tokenize(text);
      List<Mention> mentions = sided(actors.mentions(tokens, article.date()));
      float[] surface = DenseFeatures.of(text, tokens, i, count);
      float[] speakers = ActorFeatures.of(tokens, mentions, before);
      float[] dense = Arrays.copyOf(surface, surface.length + speakers.length);
      System.arraycopy(speakers, 0, dense, surface.length, speakers.length);
      features.add(grams(counter.buckets(tokens, mentions), pooled(tokens), dense));
      before = ActorFeatures.speakers(tokens, mentions);
    }
    return features;
  }

  private static List<Mention> sided(List<Mention> mentions) {
    return mentions.stream().filter(m -> m.actor().side() != Side.UNKNOWN).toList();
  }

  private ParagraphFeatures grams(int[] buckets, float[] vector, float[] dense) {
    int[] distinct = new int[buckets.length];
    float[] weights = new float[buckets.length];
    int size = 0;
    for (int i = 0; i < buckets.length; ) {
      int end = i;
      while (end < buckets.length && buckets[end] == buckets[i]) {
        end++;
      }
      if (idf[buckets[i]] > 0) {
        distinct[size] = buckets[i];
        weights[size++] = (float) ((1 + Math.log(end - i)) * idf[buckets[i]]);
      }
      i = end;
    }
    distinct = Arrays.copyOf(distinct, size);
    weights = Arrays.copyOf(weights, size);
    int words = Arrays.binarySearch(distinct, settings.wordBuckets());
    words = words < 0 ? -words - 1 : words;
    // Words and characters each get length one, so that the more numerous do not drown the others.
    normalise(weights, 0, words);
    normalise(weights, words, size);
    return new ParagraphFeatures(distinct, weights, vector, dense);
  }

  private static void normalise(float[] weights, int from, int to) {
    double norm = 0;
    for (int i = from; i < to; i++) {
      norm += weights[i] * weights[i];
    }
    for (int i = from; i < to; i++) {
      weights[i] /= (float) Math.sqrt(norm);
    }
  }

  private float[] pooled(List<Token> tokens) {
    int dimension = vectors.dimension();
    float[] pooled = new float[2 * dimension];
    float[] one = new float[dimension];
    int known = 0;
    for (Token token : tokens) {
      int index =
          token.kind() == Token.Kind.PUNCTUATION ? -1 : vectors.indexOf(WordVectors.key(token));
      if (index < 0) {
        continue;
      }
      Arrays.fill(one, 0);
      vectors.addTo(index, one, 0);
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
