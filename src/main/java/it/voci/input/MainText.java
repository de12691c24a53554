package it.voci.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;

/**
 * The article among what a web page shows: menus, banners, boxes, related links and comments are
 * left out, captions and headings within the article stay.
 *
 * <p>Furniture is known by its elements and by the words in {@code class} and {@code id}. Of the
 * rest, every block of prose speaks for the elements around it, the nearer the more, as in the
 * Readability algorithm; the winner grows to those around it as long as they add prose and few
 * links. The page is not changed.
 */
final class MainText {
  private static final Evaluator NEVER_TEXT =
      Selector.evaluatorOf(
          "script, style, noscript, template, iframe, object, embed, svg, canvas, button, input,"
              + " select, textarea, menu, dialog, audio, video");

  private static final Evaluator FURNITURE =
      Selector.evaluatorOf(
          "form, nav, aside, footer, [hidden], [aria-hidden=true], [role=navigation],"
              + " [role=complementary], [role=banner], [role=contentinfo], [role=dialog],"
              + " [role=search], [style*=display:none], [style*=display: none]");

  private static final Evaluator SURELY_ARTICLE =
      Selector.evaluatorOf("article, main, .hentry, [itemprop=articleBody]");

  private static final Pattern FURNITURE_NAME =
      Pattern.compile(
          "cookie|consent|gdpr|newsletter|subscri|abbona|iscriviti|related|correlat|leggi-?anche"
              + "|potrebbe|interess|shar(?:e|ing)|condivi|social|comment|disqus|breadcrumb|sidebar"
              + "|promo|advert|\\badv\\b|\\bads?\\b|sponsor|popup|pop-up|modal|paywall|\\btags\\b"
              + "|\\btag-?(?:list|cloud)|\\bmenu|navbar|navigation|footer|masthead"
              + "|(?<!elementor-)widget|toolbar|recommend|consigliat|most-?(?:read|popular)|trending"
              + "|pi[uù]-?letti|outbrain|taboola|byline|author-?(?:bio|box|info)|print-?only"
              + "|skip-?link|pagination|pager|login|signup|sign-up|visually-?hidden|sr-only"
              + "|(?<![\\w-])hidden(?![\\w-])");

  private static final Pattern ARTICLE_NAME =
      Pattern.compile(
          "articlebody|article-?_?(?:body|text|content)|articolo|story|entry-?content"
              + "|post-?(?:body|content|text)|body-?text|corpo|testo|content");

  /** What a pointer to other articles begins with. */
  private static final Pattern POINTER =
      Pattern.compile(
          "(?i)\\W*(?:leggi (?:anche|pure)|(?:ti )?potrebbe(?:ro)? interessar|articoli correlati"
              + "|guarda (?:anche|il video)|approfondiment|iscriviti|per approfondire|read (?:also|more)"
              + "|see also|related (?:articles|stories))");

  private static final int LEAST_PROSE = 25;
  private static final int LEAST_ARTICLE = 200;
  private static final int LONGEST_POINTER = 40;
  private static final int NAME_BONUS = 25;
  private static final int REACH = 5;
  private static final int LONGEST_NAME = 300;

  private final Element body;
  private final Set<Element> furniture;

  private MainText(Element body, Set<Element> furniture) {
    this.body = body;
    this.furniture = furniture;
  }

  /** The paragraphs of the article, in order; none where the page shows no text. */
  static List<String> of(Document page) {
    Element body = page.body();
    MainText whole = new MainText(body, Set.of());
    Map<Element, Size> sizes = whole.sizes(whole.blocks());
    List<String> article = new MainText(body, furniture(body, sizes)).paragraphs();
    boolean enough = article.stream().mapToInt(String::length).sum() >= LEAST_ARTICLE;
    List<String> other = enough ? List.of() : whole.paragraphs();
    return other.isEmpty() ? article : other;
  }

  /** A run of text in one block element, with the number of its characters that are links. */
  private record Block(Element element, String text, int linked) {
    boolean isProse() {
      return text.length() >= LEAST_PROSE && linked * 2 < text.length();
    }

    boolean isPointer() {
      return linked * 10 >= text.length() * 8
          || ((linked * 2 > text.length() || text.length() <= LONGEST_POINTER)
              && POINTER.matcher(text).lookingAt());
    }
  }

  /** Characters of text in an element, of those that are links, and of those in prose. */
  private static final class Size {
    private int text;
    private int linked;
    private int prose;
  }

  private List<String> paragraphs() {
    List<Block> blocks = blocks();
    Element article = article(blocks);
    return blocks.stream()
        .filter(
            block -> block.element().equals(article) || block.element().parents().contains(article))
        .filter(block -> !block.element().normalName().equals("h1") && !block.isPointer())
        .map(Block::text)
        .toList();
  }

  /** Elements that hold at most half of the page's prose and look like anything but an article. */
  private static Set<Element> furniture(Element body, Map<Element, Size> sizes) {
    Set<Element> furniture = new HashSet<>();
    int all = sizes.containsKey(body) ? sizes.get(body).prose : 0;
    for (Map.Entry<Element, Size> entry : sizes.entrySet()) {
      Element element = entry.getKey();
      if (!element.equals(body)
          && entry.getValue().prose * 2 <= all
          && !element.is(SURELY_ARTICLE)
          && (element.is(FURNITURE) || FURNITURE_NAME.matcher(names(element)).find())) {
        furniture.add(element);
      }
    }
    return furniture;
  }

  private static String names(Element element) {
    String names = element.id() + " " + element.attr("itemprop") + " " + element.className();
    return names.substring(0, Math.min(names.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    body.filter(
        new NodeFilter() {
          private final StringBuilder run = new StringBuilder();
          private Element block = body;
          private int linked;
          private int links;
          private int breaks;

          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
              text(text);
            } else if (node instanceof Element element) {
              if (furniture.contains(element) || element.is(NEVER_TEXT)) {
                return FilterResult.SKIP_ENTIRELY;
              }
              if (element.normalName().equals("br")) {
                breaks++;
                run.append(' ');
              } else if (element.isBlock()) {
                flush();
              }
              links += element.normalName().equals("a") ? 1 : 0;
            }
            return FilterResult.CONTINUE;
          }

          private void text(TextNode node) {
            String text = node.getWholeText();
            if (!text.isBlank()) {
              if (breaks > 1) {
                flush();
              }
              if (run.toString().isBlank()) {
                block = blockOf(node);
              }
              breaks = 0;
              linked += links > 0 ? text.strip().length() : 0;
            }
            run.append(text);
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
              if (element.isBlock()) {
                flush();
              }
              links -= element.normalName().equals("a") ? 1 : 0;
            }
            return FilterResult.CONTINUE;
          }

          private void flush() {
            String text = Whitespace.folded(run);
            if (!text.isEmpty()) {
              blocks.add(new Block(block, text, linked));
            }
            run.setLength(0);
            linked = 0;
            breaks = 0;
          }
        });
    return blocks;
  }

  private static Element blockOf(Node text) {
    Element element = (Element) text.parent();
    while (!element.isBlock() && element.parent() != null) {
      element = element.parent();
    }
    return element;
  }

  private Map<Element, Size> sizes(List<Block> blocks) {
    Map<Element, Size> sizes = new HashMap<>();
    for (Block block : blocks) {
      for (Element e = block.element(); e != null; e = e.parent()) {
        Size size = sizes.computeIfAbsent(e, unused -> new Size());
        size.text += block.text().length();
        size.linked += block.linked();
        size.prose += block.isProse() ? block.text().length() : 0;
      }
    }
    return sizes;
  }

  private Element article(List<Block> blocks) {
    Map<Element, Size> sizes = sizes(blocks);
    Element best = body;
    double top = 0;
    for (Map.Entry<Element, Double> entry : scores(blocks).entrySet()) {
      Element element = entry.getKey();
      Size size = sizes.get(element);
      double score = entry.getValue() * (1 - (double) size.linked / size.text);
      score += ARTICLE_NAME.matcher(names(element)).find() ? NAME_BONUS : 0;
      if (score > top) {
        top = score;
        best = element;
      }
    }
    for (Element e = best.parent(); e != null && !e.equals(body.parent()); e = e.parent()) {
      Size inner = sizes.get(best);
      Size outer = sizes.get(e);
      int text = outer.text - inner.text;
      int prose = outer.prose - inner.prose;
      if (prose * 5 > inner.prose
          && prose * 3 > text * 2
          && (outer.linked - inner.linked) * 8 < text) {
        best = e;
      }
    }
    return best;
  }

  private static Map<Element, Double> scores(List<Block> blocks) {
    Map<Element, Double> scores = new LinkedHashMap<>();
    for (Block block : blocks) {
      if (!block.isProse() || block.element().normalName().equals("li")) {
        continue;
      }
      double weight =
          1
              + Math.min(3, block.text().length() / 100)
              + block.text().chars().filter(c -> c == ',').count();
      Element e = block.element();
      e = e.normalName().equals("p") && e.parent() != null ? e.parent() : e;
      for (int level = 0; e != null && level < REACH; level++) {
        scores.merge(e, weight / (level == 0 ? 1 : level == 1 ? 2 : level * 3), Double::sum);
        e = e.parent();
      }
    }
    return scores;
  }
}
