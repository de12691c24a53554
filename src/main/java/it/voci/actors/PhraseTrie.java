package it.voci.actors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Phrases and what they stand for. A word that a phrase writes with a capital must have one in the
 * text. Not changed once built.
 */
final class PhraseTrie<V> {
  /** What stands at a place, up to {@code end}, exclusive. */
  record Match<V>(V value, int end) {}

  /** Decides between the values of one phrase. */
  interface Choice<V> {
    Optional<V> among(List<V> values, int end);
  }

  private static final class Node<V> {
    private final Map<String, Node<V>> next = new HashMap<>();
    private final List<Entry<V>> entries = new ArrayList<>(1);
  }

  /** Bit i of {@code capitals} is set where word i has a capital. */
  private record Entry<V>(V value, long capitals) {}

  private final Node<V> root = new Node<>();

  void add(Words phrase, IntFunction<String> keys, V value) {
    if (phrase.size() == 0) {
      return;
    }
    Node<V> node = root;
    long capitals = 0;
    for (int i = 0; i < phrase.size(); i++) {
      node = node.next.computeIfAbsent(keys.apply(i), key -> new Node<>());
      capitals |= phrase.isCapital(i) ? 1L << i : 0;
    }
    node.entries.add(new Entry<>(value, capitals));
  }

  void add(Words phrase, V value) {
    add(phrase, phrase::key, value);
  }

  /** The longest phrase at a place. */
  Optional<Match<V>> longest(Words words, int start) {
    return longest(words, words::key, start, (values, end) -> Optional.of(values.get(0)));
  }

  /** The longest phrase at a place of which {@code choice} takes a value. */
  Optional<Match<V>> longest(Words words, IntFunction<String> keys, int start, Choice<V> choice) {
    Optional<Match<V>> longest = Optional.empty();
    Node<V> node = root;
    for (int end = start; end < words.size(); ) {
      node = node.next.get(keys.apply(end));
      if (node == null) {
        break;
      }
      end++;
      if (!node.entries.isEmpty()) {
        Optional<V> value = choose(node.entries, words, start, end, choice);
        if (value.isPresent()) {
          longest = Optional.of(new Match<>(value.get(), end));
        }
      }
    }
    return longest;
  }

  /**
   * How the longest phrase at a place is written, whatever case the text is in: bit i is set where
   * word i has a capital. Where there is none, a match that ends at {@code start}.
   */
  Match<Long> capitals(Words words, int start) {
    Match<Long> longest = new Match<>(0L, start);
    Node<V> node = root.next.get(words.key(start));
    for (int end = start + 1; node != null; node = node.next.get(words.key(end++))) {
      if (!node.entries.isEmpty()) {
        longest = new Match<>(node.entries.get(0).capitals, end);
      }
    }
    return longest;
  }

  private static <V> Optional<V> choose(
      List<Entry<V>> entries, Words words, int start, int end, Choice<V> choice) {
    List<V> values = new ArrayList<>(entries.size());
    for (Entry<V> entry : entries) {
      if (fits(entry.capitals, words, start)) {
        values.add(entry.value);
      }
    }
    return values.isEmpty() ? Optional.empty() : choice.among(values, end);
  }

  private static boolean fits(long capitals, Words words, int start) {
    for (long left = capitals; left != 0; left &= left - 1) {
      if (!words.isCapital(start + Long.numberOfTrailingZeros(left))) {
        return false;
      }
    }
    return true;
  }
}
