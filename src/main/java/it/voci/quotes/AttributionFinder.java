package it.voci.quotes;

import it.voci.actors.ActorMatcher;
import it.voci.text.ItalianTokenizer;
import it.voci.text.Sentences;
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
    return find(paragraphs.stream().map(text -> read(text, date)).toList());
  }

  /**
   * Reads a paragraph for {@link #find(List)}.
   *
   * @param date of the article, {@code yyyy-MM} or longer
   */
  public ReadParagraph read(String text, Optional<String> date) {
    List<Token> tokens = actors.recased(tokenizer.tokenize(text));
    return new ReadParagraph(
        text,
        tokens,
        actors.mentions(tokens, date),
        actors.countries(tokens),
        Sentences.split(text));
  }

  /** The same, for paragraphs that are read already. */
  public List<List<Attribution>> find(List<ReadParagraph> paragraphs) {
    List<ParagraphText> texts = texts(paragraphs);
    Interview interview = new Interview(texts);
    Conversation conversation = new Conversation();
    List<List<Attribution>> found = new ArrayList<>(paragraphs.size());
    for (int i = 0; i < texts.size(); i++) {
      found.add(find(texts.get(i), interview.part(i), conversation));
    }
    return found;
  }

  private static List<ParagraphText> texts(List<ReadParagraph> paragraphs) {
    List<ParagraphText> texts = new ArrayList<>(paragraphs.size());
    boolean goesOn = false;
    for (ReadParagraph paragraph : paragraphs) {
      ParagraphText text = new ParagraphText(paragraph, goesOn);
      texts.add(text);
      goesOn = text.endsQuoted();
    }
    return texts;
  }

  private List<Attribution> find(
      ParagraphText text, Interview.Part part, Conversation conversation) {
    ParagraphAttribution attribution = new ParagraphAttribution(text, rules, conversation);
    return switch (part) {
      case TEXT -> attribution.find();
      case QUESTION -> attribution.question();
      case ANSWER -> attribution.answer();
    };
  }

  /** An article whose paragraphs may be replaced one at a time; see {@link Revisions}. */
  public Revisions revisions(List<ReadParagraph> paragraphs) {
    return new Revisions(texts(paragraphs));
  }

  /**
   * Attributions of an article with another text in one of its paragraphs: the same as {@link
   * #find} gives, without reading the whole article again. Safe for use by several threads.
   */
  public final class Revisions {
    private final List<ParagraphText> texts;
    private final Interview interview;

    /** As it stands before each paragraph. */
    private final List<Conversation> before = new ArrayList<>();

    private Revisions(List<ParagraphText> texts) {
      this.texts = texts;
      interview = new Interview(texts);
      Conversation conversation = new Conversation();
      for (int i = 0; i < texts.size(); i++) {
        before.add(new Conversation(conversation));
        find(texts.get(i), interview.part(i), conversation);
      }
    }

    /**
     * The attributions of the replaced paragraph and of the one after it, if there is one.
     *
     * @param index of the paragraph that is replaced
     */
    public List<List<Attribution>> revised(int index, ReadParagraph replacement) {
      List<ParagraphText> revised = new ArrayList<>(texts);
      boolean goesOn = index > 0 && texts.get(index - 1).endsQuoted();
      revised.set(index, new ParagraphText(replacement, goesOn));
      for (int i = index + 1;
          i < texts.size() && revised.get(i - 1).endsQuoted() != texts.get(i - 1).endsQuoted();
          i++) {
        revised.set(i, new ParagraphText(texts.get(i).read, revised.get(i - 1).endsQuoted()));
      }
      Interview parts = new Interview(revised);
      boolean same = parts.agreesBefore(index, interview);
      Conversation conversation = same ? new Conversation(before.get(index)) : new Conversation();
      int last = Math.min(index + 1, texts.size() - 1);
      List<List<Attribution>> found = new ArrayList<>(last + 1);
      for (int i = same ? index : 0; i <= last; i++) {
        found.add(find(revised.get(i), parts.part(i), conversation));
      }
      return found.subList(found.size() - (last - index + 1), found.size());
    }
  }
}
