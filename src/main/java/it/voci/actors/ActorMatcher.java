package it.voci.actors;

import it.voci.text.ItalianTokenizer;
import it.voci.text.TextNormaliser;
import it.voci.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds actors in one pass over the tokens, the longest form at each place. Accents and apostrophes
 * are ignored; a word that the gazetteer writes with a capital must have one in the text. Immutable
 * and safe for use by several threads.
 */
public final class ActorMatcher {
  /** A step of a form: what the next word may be, and who is named if the form ends here. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private final List<Form> forms = new ArrayList<>(1);
  }

  /** A form that ends at a node. */
  private record Form(Actor actor, List<Boolean> capitals) {}

  private final Node root = new Node();
  private final Gazetteer gazetteer;

  public ActorMatcher(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    ItalianTokenizer tokenizer = new ItalianTokenizer();
    for (Actor actor : gazetteer.actors()) {
      Stream.concat(Stream.of(actor.name()), actor.aliases().stream())
          .forEach(form -> add(actor, tokenizer.tokenize(form)));
    }
  }

  public Gazetteer gazetteer() {
    return gazetteer;
  }

  private void add(Actor actor, List<Token> words) {
    if (words.isEmpty()) {
      return;
    }
    Node node = root;
    for (Token word : words) {
      node = node.next.computeIfAbsent(key(word), key -> new Node());
    }
    node.forms.add(new Form(actor, words.stream().map(ActorMatcher::isCapital).toList()));
  }

  private static String key(Token token) {
    return TextNormaliser.fold(token.text());
  }

  private static boolean isCapital(Token token) {
    return Character.isUpperCase(token.text().codePointAt(0));
  }

  /**
   * The actors named, in order, without overlaps.
   *
   * @param date of the article, {@code yyyy-MM} or longer; without one all periods hold
   */
  public List<Mention> mentions(List<Token> tokens, Optional<String> date) {
    List<Mention> mentions = new ArrayList<>();
    List<String> keys = tokens.stream().map(ActorMatcher::key).toList();
    for (int start = 0; start < tokens.size(); ) {
      Optional<Mention> found = longest(tokens, keys, start, date);
      found.ifPresent(mentions::add);
      start = found.map(Mention::end).orElse(start + 1);
    }
    return List.copyOf(mentions);
  }

  private Optional<Mention> longest(
      List<Token> tokens, List<String> keys, int start, Optional<String> date) {
    Optional<Mention> longest = Optional.empty();
    Node node = root.next.get(keys.get(start));
    for (int end = start + 1; node != null; end++) {
      for (Form form : node.forms) {
        if (fits(form, tokens, start) && date.map(form.actor()::isActive).orElse(true)) {
          longest = Optional.of(new Mention(form.actor(), start, end));
          break;
        }
      }
      node = end < keys.size() ? node.next.get(keys.get(end)) : null;
    }
    return longest;
  }

  private static boolean fits(Form form, List<Token> tokens, int start) {
    for (int i = 0; i < form.capitals().size(); i++) {
      if (form.capitals().get(i) && !isCapital(tokens.get(start + i))) {
        return false;
      }
    }
    return true;
  }
}
