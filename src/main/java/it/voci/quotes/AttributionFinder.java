package it.voci.quotes;

import it.voci.actors.ActorMatcher;
import it.voci.actors.Mention;
import it.voci.text.ItalianTokenizer;
import it.voci.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Attributes direct and reported speech to its speakers, paragraph by paragraph, by rules: marks
 * and words of saying delimit the speech; the grammatical subject, an apposition, a source
 * ("secondo …") or whoever spoke last is its speaker. Immutable and safe for use by several
 * threads.
 */
public final class AttributionFinder {
  private final ActorMatcher actors;
  private final ParagraphAttribution.Rules rules = rules();
  private final ItalianTokenizer tokenizer = new ItalianTokenizer();

  public AttributionFinder(ActorMatcher actors) {
    this.actors = actors;
  }

  private static ParagraphAttribution.Rules rules() {
    SpeechVerbs verbs = new SpeechVerbs();
    SpeakerNouns nouns = new SpeakerNouns();
    return new ParagraphAttribution.Rules(
        new CueFinder(verbs, nouns), new NounPhrases(nouns, verbs), new Referents(nouns));
  }

  /**
   * One list per paragraph, in order; attributions in order, without overlaps.
   *
   * @param date of the article, {@code yyyy-MM} or longer
   */
  public List<List<Attribution>> find(List<String> paragraphs, Optional<String> date) {
    List<List<Token>> tokens = paragraphs.stream().map(tokenizer::tokenize).toList();
    return find(paragraphs, tokens, tokens.stream().map(t -> actors.mentions(t, date)).toList());
  }

  /** The same, for paragraphs whose tokens and mentions are known already. */
  public List<List<Attribution>> find(
      List<String> paragraphs, List<List<Token>> tokens, List<List<Mention>> mentions) {
    List<ParagraphText> texts = new ArrayList<>(paragraphs.size());
    boolean goesOn = false;
    for (int i = 0; i < paragraphs.size(); i++) {
      ParagraphText text =
          new ParagraphText(paragraphs.get(i), tokens.get(i), mentions.get(i), goesOn);
      texts.add(text);
      goesOn = text.endsQuoted();
    }
    Interview interview = new Interview(texts);
    Conversation conversation = new Conversation();
    List<List<Attribution>> found = new ArrayList<>(paragraphs.size());
    for (int i = 0; i < texts.size(); i++) {
      ParagraphAttribution attribution =
          new ParagraphAttribution(texts.get(i), rules, conversation);
      found.add(
          switch (interview.part(i)) {
            case TEXT -> attribution.find();
            case QUESTION -> List.of();
            case ANSWER -> attribution.answer();
          });
    }
    return found;
  }
}
