package it.voci.dl4j;

import it.voci.UserException;
import it.voci.embedding.EmbeddingSettings;
import it.voci.embedding.TrainingText;
import it.voci.embedding.WordVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.deeplearning4j.models.embeddings.inmemory.InMemoryLookupTable;
import org.deeplearning4j.models.word2vec.VocabWord;
import org.deeplearning4j.models.word2vec.Word2Vec;
import org.deeplearning4j.text.sentenceiterator.SentenceIterator;
import org.deeplearning4j.text.sentenceiterator.SentencePreProcessor;
import org.deeplearning4j.text.tokenization.tokenizerfactory.DefaultTokenizerFactory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Skip-gram with negative sampling by Deeplearning4j's own Word2Vec. */
public final class Word2VecTrainer {
  private static final double LEAST_LEARNING_RATE = 1e-4;

  /**
   * Trains on the text, which is read several times.
   *
   * @param progress told the finished share of the work, from 0 to 1, now and then
   * @throws UserException where the text holds no word often enough
   */
  public WordVectors train(TrainingText text, EmbeddingSettings settings, DoubleConsumer progress) {
    // One pass counts the words, the others learn.
    try (Sentences sentences = new Sentences(text, settings.epochs() + 1, progress)) {
      Word2Vec word2vec =
          new Word2Vec.Builder()
              .layerSize(settings.dimension())
              .windowSize(settings.window())
              .negativeSample(settings.negative())
              .useHierarchicSoftmax(false)
              .epochs(settings.epochs())
              .iterations(1)
              .minWordFrequency(settings.minCount())
              .sampling(settings.sample())
              .learningRate(settings.learningRate())
              .minLearningRate(LEAST_LEARNING_RATE)
              .workers(settings.threads())
              // Parallel tokenization is slower here and makes the result depend on the scheduler.
              .allowParallelTokenization(settings.threads() > 1)
              .seed(settings.seed())
              .iterate(sentences)
              .tokenizerFactory(new DefaultTokenizerFactory())
              .build();
      try {
        word2vec.fit();
      } catch (IllegalStateException e) {
        throw tooLittleText(settings, e);
      }
      if (word2vec.getVocab() == null || word2vec.getVocab().numWords() == 0) {
        throw tooLittleText(settings, null);
      }
      return vectors(word2vec);
    }
  }

  private static UserException tooLittleText(EmbeddingSettings settings, Exception cause) {
    return new UserException(
        "no word occurs " + settings.minCount() + " times in the corpus; try a smaller --min-count",
        cause);
  }

  private static WordVectors vectors(Word2Vec word2vec) {
    INDArray table = ((InMemoryLookupTable<?>) word2vec.getLookupTable()).getSyn0();
    List<String> words = new ArrayList<>();
    int count = word2vec.getVocab().numWords();
    for (int i = 0; i < count; i++) {
      VocabWord word = word2vec.getVocab().elementAtIndex(i);
      words.add(word.getWord());
    }
    return new WordVectors(words, table.columns(), table.dup('c').data().asFloat());
  }

  /** Our sentences, words joined by blanks, as Deeplearning4j wants to read them. */
  private static final class Sentences implements SentenceIterator, AutoCloseable {
    private final TrainingText text;
    private final int passes;
    private final DoubleConsumer progress;
    private int pass = -1;
    private TrainingText.Pass sentences;
    private SentencePreProcessor preProcessor;

    Sentences(TrainingText text, int passes, DoubleConsumer progress) {
      this.text = text;
      this.passes = passes;
      this.progress = progress;
      this.sentences = text.sentences(1);
    }

    @Override
    public synchronized String nextSentence() {
      pass = Math.max(pass, 0);
      progress.accept(Math.min(1, (pass + sentences.share()) / passes));
      return String.join(" ", sentences.next());
    }

    @Override
    public synchronized boolean hasNext() {
      return sentences.hasNext();
    }

    @Override
    public synchronized void reset() {
      sentences.close();
      sentences = text.sentences(1);
      // Deeplearning4j resets before the first sentence too.
      pass += pass < 0 ? 0 : 1;
    }

    @Override
    public void finish() {
      close();
    }

    @Override
    public SentencePreProcessor getPreProcessor() {
      return preProcessor;
    }

    @Override
    public void setPreProcessor(SentencePreProcessor preProcessor) {
      this.preProcessor = preProcessor;
    }

    @Override
    public synchronized void close() {
      sentences.close();
    }
  }
}
