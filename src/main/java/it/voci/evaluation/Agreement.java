package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;

/**
 * How far two or more annotators agree on one task.
 *
 * <p>Of more than two, every pair is compared on the units both have labelled; shares are pooled
 * over all such comparisons, kappas are means over the pairs (Light 1971). 0/0 is 0; a
 * chance-corrected figure is empty where only one answer was ever given, or nothing was compared.
 *
 * @param units units that at least two annotators have labelled
 * @param comparisons pairs of annotators summed over the units
 * @param observed share of comparisons with exactly the same labels
 * @param meanJaccard mean over comparisons of |a ∩ b| / |a ∪ b|, 1 where both are empty; of a
 *     {@code SINGLE} task the same as {@code observed}
 * @param cohenKappa of a {@code SINGLE} task, otherwise empty
 * @param krippendorffAlpha over all annotators at once; nominal for a {@code SINGLE} task, with the
 *     MASI distance between sets for a {@code MULTI} one (Passonneau 2006)
 * @param labels label id → agreement on this label, in the task's order
 */
public record Agreement(
    Task task,
    int units,
    int comparisons,
    double observed,
    double meanJaccard,
    OptionalDouble cohenKappa,
    OptionalDouble krippendorffAlpha,
    Map<String, LabelAgreement> labels) {
  /**
   * Agreement on whether one label holds.
   *
   * @param f1 positive specific agreement: 2 · both / (2 · both + only one of the two)
   * @param cohenKappa of this label against the rest
   * @param uses how often the label was given, over both sides of all comparisons
   */
  public record LabelAgreement(double f1, OptionalDouble cohenKappa, int uses) {}

  /** What two annotators gave to the units both labelled. */
  private record Pair(List<Set<String>> first, List<Set<String>> second) {}

  public Agreement {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  /**
   * Compares annotators.
   *
   * @param annotators for each the units it has labelled → label ids, an empty list for "none of
   *     them"; a unit that is not a key is not labelled
   * @throws IllegalArgumentException for fewer than two annotators, or labels that do not fit the
   *     task
   */
  public static <U> Agreement of(Task task, List<Map<U, List<String>>> annotators) {
    if (annotators.size() < 2) {
      throw new IllegalArgumentException(
          "agreement needs at least two annotators but there are " + annotators.size());
    }
    List<List<Set<String>>> units = units(task, annotators);
    List<Pair> pairs = pairs(units, annotators.size());
    int comparisons = 0;
    int same = 0;
    double jaccard = 0;
    for (Pair pair : pairs) {
      for (int i = 0; i < pair.first().size(); i++) {
        comparisons++;
        same += pair.first().get(i).equals(pair.second().get(i)) ? 1 : 0;
        jaccard += jaccard(pair.first().get(i), pair.second().get(i));
      }
    }
    Map<String, LabelAgreement> labels = new LinkedHashMap<>();
    task.labelIds().forEach(label -> labels.put(label, labelAgreement(label, pairs)));
    return new Agreement(
        task,
        units.size(),
        comparisons,
        Ratio.of(same, comparisons),
        Ratio.of(jaccard, comparisons),
        task.isSingle() ? meanKappa(pairs) : OptionalDouble.empty(),
        alpha(units, annotators.size()),
        labels);
  }

  /** A row per unit with at least two annotations, a column per annotator, null if missing. */
  private static <U> List<List<Set<String>>> units(
      Task task, List<Map<U, List<String>>> annotators) {
    Set<String> known = Set.copyOf(task.labelIds());
    Set<U> ids = new LinkedHashSet<>();
    annotators.forEach(annotator -> ids.addAll(annotator.keySet()));
    List<List<Set<String>>> units = new ArrayList<>();
    for (U id : ids) {
      List<Set<String>> row = new ArrayList<>();
      for (Map<U, List<String>> annotator : annotators) {
        List<String> given = annotator.get(id);
        Set<String> labels = given == null ? null : Set.copyOf(given);
        if (labels != null
            && (!known.containsAll(labels) || (task.isSingle() && labels.size() != 1))) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT, "labels %s of unit %s do not fit task %s", given, id, task.id()));
        }
        row.add(labels);
      }
      if (row.stream().filter(Objects::nonNull).count() >= 2) {
        units.add(row);
      }
    }
    return units;
  }

  private static List<Pair> pairs(List<List<Set<String>>> units, int annotators) {
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < annotators; a++) {
      for (int b = a + 1; b < annotators; b++) {
        Pair pair = new Pair(new ArrayList<>(), new ArrayList<>());
        for (List<Set<String>> unit : units) {
          if (unit.get(a) != null && unit.get(b) != null) {
            pair.first().add(unit.get(a));
            pair.second().add(unit.get(b));
          }
        }
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private static LabelAgreement labelAgreement(String label, List<Pair> pairs) {
    int both = 0;
    int uses = 0;
    List<Pair> stripped = new ArrayList<>();
    for (Pair pair : pairs) {
      Pair only = new Pair(only(label, pair.first()), only(label, pair.second()));
      for (int i = 0; i < only.first().size(); i++) {
        int first = only.first().get(i).size();
        int second = only.second().get(i).size();
        uses += first + second;
        both += first * second;
      }
      stripped.add(only);
    }
    return new LabelAgreement(Ratio.of(2.0 * both, uses), meanKappa(stripped), uses);
  }

  private static List<Set<String>> only(String label, List<Set<String>> sets) {
    return sets.stream()
        .map(set -> set.contains(label) ? Set.of(label) : Set.<String>of())
        .toList();
  }

  private static OptionalDouble meanKappa(List<Pair> pairs) {
    return pairs.stream()
        .map(pair -> cohenKappa(pair.first(), pair.second()))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  /** Cohen's kappa of two lists of answers; empty where only one answer was ever given. */
  static OptionalDouble cohenKappa(List<?> first, List<?> second) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(2);
    for (int i = 0; i < first.size(); i++) {
      study.addItem(first.get(i), second.get(i));
    }
    return study.getCategoryCount() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(new CohenKappaAgreement(study).calculateAgreement());
  }

  private static OptionalDouble alpha(List<List<Set<String>>> units, int annotators) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(annotators);
    units.forEach(unit -> study.addItemAsArray(unit.toArray()));
    if (study.getCategoryCount() < 2) {
      return OptionalDouble.empty();
    }
    // DKPro's own MASI distance, (1 - J) · (1 - M), is not Passonneau's 1 - J · M.
    return OptionalDouble.of(
        new KrippendorffAlphaAgreement(study, (of, a, b) -> masiDistance((Set<?>) a, (Set<?>) b))
            .calculateAgreement());
  }

  /** 1 - J · M: of two single labels simply 0 or 1. */
  private static double masiDistance(Set<?> a, Set<?> b) {
    if (a.equals(b)) {
      return 0;
    }
    double monotonicity = a.containsAll(b) || b.containsAll(a) ? 2 / 3.0 : 1 / 3.0;
    return 1 - jaccard(a, b) * monotonicity;
  }

  private static double jaccard(Set<?> a, Set<?> b) {
    Set<?> both = a.stream().filter(b::contains).collect(Collectors.toSet());
    int union = a.size() + b.size() - both.size();
    return union == 0 ? 1 : both.size() / (double) union;
  }
}
