package it.voci.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Paragraphs whose sets of five-word shingles have a Jaccard index of at least 0.6. Candidates are
 * found by MinHash with one permutation (Li, Owen and Zhang 2012): the share of buckets with the
 * same least hash estimates the index, so a quarter is far below what such paragraphs have. A
 * paragraph is reported once, with another split's if there is one.
 */
final class NearDuplicates implements DatasetCheck.Check {
  private static final double LEAST = 0.6;
  private static final int SHINGLE = 5;
  private static final int BUCKETS = 64;
  private static final double FEWEST_SHARED = 0.25;

  /** How alike an earlier paragraph is. */
  private record Match(CheckedParagraph paragraph, double jaccard) {}

  @Override
  public List<Finding> find(CheckedDataset dataset) {
    // Exact duplicates within a split are another check's.
    Set<String> known = new HashSet<>();
    List<CheckedParagraph> paragraphs =
        dataset.paragraphs().stream()
            .filter(paragraph -> paragraph.forms().size() >= CheckedDataset.SHORT)
            .filter(paragraph -> known.add(paragraph.split() + " " + paragraph.key()))
            .toList();
    Map<String, List<Integer>> buckets = new HashMap<>();
    Map<Integer, Set<String>> shingles = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      Map<Integer, Integer> shared = new TreeMap<>();
      List<String> hashes = leastHashes(paragraphs.get(i).key());
      for (String hash : hashes) {
        List<Integer> bucket = buckets.computeIfAbsent(hash, key -> new ArrayList<>());
        bucket.forEach(other -> shared.merge(other, 1, Integer::sum));
        bucket.add(i);
      }
      List<Integer> candidates =
          shared.entrySet().stream()
              .filter(other -> other.getValue() >= FEWEST_SHARED * hashes.size())
              .map(Map.Entry::getKey)
              .toList();
      CheckedParagraph paragraph = paragraphs.get(i);
      match(i, candidates, paragraphs, shingles)
          .ifPresent(match -> findings.add(finding(paragraph, match)));
    }
    return findings;
  }

  private static Optional<Match> match(
      int paragraph,
      List<Integer> candidates,
      List<CheckedParagraph> paragraphs,
      Map<Integer, Set<String>> shingles) {
    CheckedParagraph one = paragraphs.get(paragraph);
    Optional<Match> within = Optional.empty();
    for (int candidate : candidates) {
      CheckedParagraph other = paragraphs.get(candidate);
      boolean sameSplit = other.split().equals(one.split());
      if ((sameSplit && within.isPresent()) || other.forms().equals(one.forms())) {
        continue;
      }
      double jaccard =
          jaccard(
              shingles.computeIfAbsent(paragraph, i -> shingles(one)),
              shingles.computeIfAbsent(candidate, i -> shingles(other)));
      if (jaccard >= LEAST) {
        within = Optional.of(new Match(other, jaccard));
        if (!sameSplit) {
          return within;
        }
      }
    }
    return within;
  }

  private static Finding finding(CheckedParagraph paragraph, Match match) {
    String message =
        paragraph.where()
            + ": nearly the text of "
            + match.paragraph().where()
            + String.format(Locale.ROOT, " (Jaccard %.2f): ", match.jaccard())
            + paragraph.excerpt();
    return match.paragraph().split().equals(paragraph.split())
        ? Finding.warning("near_duplicate", message)
        : Finding.error("near_duplicate", message);
  }

  private static List<String> leastHashes(String words) {
    WhitespaceTokenizer tokenizer = new WhitespaceTokenizer();
    tokenizer.setReader(new StringReader(words));
    ShingleFilter shingles = new ShingleFilter(tokenizer, SHINGLE, SHINGLE);
    shingles.setOutputUnigrams(false);
    List<String> hashes = new ArrayList<>();
    try (TokenStream stream = new MinHashFilter(shingles, 1, BUCKETS, 1, false)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        hashes.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringReader does not fail
    }
    return hashes;
  }

  private static Set<String> shingles(CheckedParagraph paragraph) {
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= paragraph.forms().size(); i++) {
      shingles.add(String.join(" ", paragraph.forms().subList(i, i + SHINGLE)));
    }
    return shingles;
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    long both = a.stream().filter(b::contains).count();
    return both / (double) (a.size() + b.size() - both);
  }
}
