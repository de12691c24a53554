package it.voci.quotes;

import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.text.TextSpan;
import it.voci.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A paragraph's tokens with its sentences, quotations and mentions looked up by token. */
final class ParagraphText {
  /** A sentence, or several that one quotation spans: tokens from start to before end. */
  record Unit(int start, int end) {}

  /** Longer ones are no sentences: they are cut, so that no time goes by their square. */
  private static final int LONGEST = 600;

  final ReadParagraph read;
  final String text;
  final List<Token> tokens;
  private final String[] folded;
  final List<QuotationMarks.Quoted> quotes;
  final List<Mention> mentions;
  final List<Unit> units;

  /** Token → index of its quotation or mention, -1 for none. */
  final int[] quoteAt;

  final int[] mentionAt;

  /** Token → number of words before it. */
  private final int[] wordsBefore;

  ParagraphText(ReadParagraph read, boolean goesOn) {
    this.read = read;
    text = read.text();
    tokens = read.tokens();
    mentions = read.mentions();
    folded = tokens.stream().map(ParagraphText::fold).toArray(String[]::new);
    quotes = QuotationMarks.find(text, tokens, goesOn);
    quoteAt = new int[tokens.size()];
    mentionAt = new int[tokens.size()];
    Arrays.fill(quoteAt, -1);
    Arrays.fill(mentionAt, -1);
    for (int q = 0; q < quotes.size(); q++) {
      Arrays.fill(quoteAt, quotes.get(q).start(), quotes.get(q).end(), q);
    }
    for (int m = 0; m < mentions.size(); m++) {
      Arrays.fill(mentionAt, mentions.get(m).start(), mentions.get(m).end(), m);
    }
    wordsBefore = new int[tokens.size() + 1];
    for (int i = 0; i < tokens.size(); i++) {
      wordsBefore[i + 1] = wordsBefore[i] + (isPunctuation(i) ? 0 : 1);
    }
    units = units();
  }

  /** Without the apostrophe that stands for an accent: "cosi'", "dichiaro'". */
  private static String fold(Token token) {
    String folded = token.folded();
    int last = folded.length() - 1;
    boolean accent =
        last > 2 && folded.charAt(last) == '\'' && "aeiou".indexOf(folded.charAt(last - 1)) >= 0;
    return accent ? folded.substring(0, last) : folded;
  }

  private List<Unit> units() {
    List<Unit> found = new ArrayList<>();
    int start = 0;
    int at = 0;
    for (TextSpan sentence : read.sentences()) {
      while (at < tokens.size() && tokens.get(at).start() < sentence.end()) {
        at++;
        if (at - start > LONGEST) {
          found.add(new Unit(start, at));
          start = at;
        }
      }
      boolean within =
          at > 0 && at < tokens.size() && quoteAt[at - 1] >= 0 && quoteAt[at - 1] == quoteAt[at];
      boolean closing = at < tokens.size() && at > start && isClosingMark(at);
      if (closing) {
        at++;
      }
      if (at > start && !within) {
        found.add(new Unit(start, at));
        start = at;
      }
    }
    if (start < tokens.size()) {
      found.add(new Unit(start, tokens.size()));
    }
    return found;
  }

  /** True for the mark that closes the quotation that ends before it. */
  private boolean isClosingMark(int at) {
    return quoteAt[at] < 0 && at > 0 && quoteAt[at - 1] >= 0 && isQuote(at);
  }

  /** True where the paragraph ends within a quotation. */
  boolean endsQuoted() {
    return !quotes.isEmpty() && !quotes.get(quotes.size() - 1).closed();
  }

  int size() {
    return tokens.size();
  }

  /** The folded token; empty beyond the text. */
  String word(int at) {
    return at >= 0 && at < folded.length ? folded[at] : "";
  }

  /** The token as written; empty beyond the text. */
  String written(int at) {
    return at >= 0 && at < folded.length ? tokens.get(at).text() : "";
  }

  /** Whose country or countries' group a token names. */
  Side country(int at) {
    return at >= 0 && at < folded.length ? read.countries().get(at) : Side.UNKNOWN;
  }

  /** True within an actor's name or office. */
  boolean inMention(int at) {
    return at >= 0 && at < folded.length && mentionAt[at] >= 0;
  }

  boolean is(int at, String form) {
    return word(at).equals(form);
  }

  /** False beyond the text. */
  boolean isWord(int at) {
    return isKind(at, Token.Kind.WORD);
  }

  /** False beyond the text. */
  boolean isPunctuation(int at) {
    return isKind(at, Token.Kind.PUNCTUATION);
  }

  private boolean isKind(int at, Token.Kind kind) {
    return at >= 0 && at < folded.length && tokens.get(at).kind() == kind;
  }

  boolean isQuote(int at) {
    return at >= 0
        && at < folded.length
        && ("«»\"‹".contains(folded[at]) || folded[at].equals("'"))
        && isPunctuation(at);
  }

  boolean isCapital(int at) {
    return isWord(at) && Character.isUpperCase(tokens.get(at).text().codePointAt(0));
  }

  boolean inQuote(int at) {
    return at >= 0 && at < quoteAt.length && quoteAt[at] >= 0;
  }

  /** Number of words in a stretch. */
  int words(int start, int end) {
    int to = Math.min(end, size());
    int from = Math.max(0, start);
    return from >= to ? 0 : wordsBefore[to] - wordsBefore[from];
  }

  /** True for one of the marks at a token, outside quotations. */
  boolean isMark(int at, String marks) {
    return at >= 0
        && at < folded.length
        && quoteAt[at] < 0
        && folded[at].length() == 1
        && marks.indexOf(folded[at].charAt(0)) >= 0
        && isPunctuation(at);
  }

  boolean isAny(int at, Set<String> forms) {
    return forms.contains(word(at));
  }

  /** True where a mention begins. */
  boolean startsMention(int at) {
    return inMention(at) && mentions.get(mentionAt[at]).start() == at;
  }

  Mention mention(int at) {
    return mentions.get(mentionAt[at]);
  }

  /** The source from one token up to another, as written. */
  String source(int start, int end) {
    return end <= start ? "" : text.substring(tokens.get(start).start(), tokens.get(end - 1).end());
  }

  TextSpan span(int start, int end) {
    return new TextSpan(tokens.get(start).start(), tokens.get(end - 1).end());
  }
}
