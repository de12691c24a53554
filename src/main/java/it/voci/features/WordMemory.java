package it.voci.features;

import it.voci.embedding.WordVectors;
import it.voci.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out about words what they give wherever they stand, once. For use by one thread. */
final class WordMemory {
  /** As many words as long articles have; then it forgets them all. */
  private static final int MOST = 1 << 15;

  /** Longer ones are rarely words and never come again. */
  private static final int LONGEST = 40;

  private static final float[] NO_VECTOR = {};

  private final GramCounter counter;
  private final WordVectors vectors;
  private final TermLists terms;
  private final Map<String, WordFacts> known = new HashMap<>();

  WordMemory(GramCounter counter, WordVectors vectors, TermLists terms) {
    this.counter = counter;
    this.vectors = vectors;
    this.terms = terms;
  }

  /** For every token. */
  List<WordFacts> facts(List<Token> tokens) {
    List<WordFacts> facts = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      WordFacts fact = known.get(token.text());
      if (fact == null) {
        fact = facts(token);
        if (token.text().length() <= LONGEST) {
          if (known.size() == MOST) {
            known.clear();
          }
          known.put(token.text(), fact);
        }
      }
      facts.add(fact);
    }
    return facts;
  }

  private WordFacts facts(Token token) {
    int row = token.kind() == Token.Kind.PUNCTUATION ? -1 : vectors.indexOf(WordVectors.key(token));
    return new WordFacts(
        counter.word(token),
        DenseFeatures.Word.of(token),
        row < 0 ? NO_VECTOR : vectors.vector(row),
        terms.beginning(token.folded()));
  }
}
