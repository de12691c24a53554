package it.voci.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import it.voci.corpus.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {
  private static final Task CHOICE = Fixtures.task("choice", Task.Kind.SINGLE, "yes", "no");
  private static final Task FIVE =
      Fixtures.task("five", Task.Kind.SINGLE, "n1", "n2", "n3", "n4", "n5");
  private static final Task SET = Fixtures.task("set", Task.Kind.MULTI, "k", "l", "m");

  /** One answer a character, "*" for none given. */
  private static Map<Integer, List<String>> answers(String prefix, String digits) {
    Map<Integer, List<String>> answers = new HashMap<>();
    for (int unit = 0; unit < digits.length(); unit++) {
      if (digits.charAt(unit) != '*') {
        answers.put(unit, List.of(prefix + digits.charAt(unit)));
      }
    }
    return answers;
  }

  private static Map<Integer, List<String>> yesNo(String answers) {
    Map<Integer, List<String>> labels = new HashMap<>();
    answers("", answers)
        .forEach((unit, a) -> labels.put(unit, List.of(a.get(0).equals("y") ? "yes" : "no")));
    return labels;
  }

  @Test
  void twoAnnotators_countedByHand() {
    // both yes 20, yes/no 5, no/yes 10, both no 15
    Agreement agreement =
        Agreement.of(
            CHOICE,
            List.of(
                yesNo("y".repeat(25) + "n".repeat(25)),
                yesNo("y".repeat(20) + "n".repeat(5) + "y".repeat(10) + "n".repeat(15))));

    assertThat(agreement.units()).isEqualTo(50);
    assertThat(agreement.comparisons()).isEqualTo(50);
    assertThat(agreement.observed()).isCloseTo(0.7, within(1e-12));
    assertThat(agreement.meanJaccard()).isCloseTo(0.7, within(1e-12));
    // By chance 0.5 · 0.6 + 0.5 · 0.4 = 0.5
    assertThat(agreement.cohenKappa()).hasValueCloseTo(0.4, within(1e-12));
    // 55 yes, 45 no in 100: 1 - (30/100) / (2 · 55 · 45 / (100 · 99))
    assertThat(agreement.krippendorffAlpha()).hasValueCloseTo(0.4, within(1e-12));
    assertThat(agreement.labels().keySet()).containsExactly("yes", "no");
    Agreement.LabelAgreement yes = agreement.labels().get("yes");
    assertThat(yes.f1()).isCloseTo(40 / 55.0, within(1e-12));
    assertThat(yes.cohenKappa()).hasValueCloseTo(0.4, within(1e-12));
    assertThat(yes.uses()).isEqualTo(55);
    assertThat(agreement.labels().get("no").f1()).isCloseTo(30 / 45.0, within(1e-12));
  }

  @Test
  void fourAnnotatorsWithGaps_giveKrippendorffsPublishedAlpha() {
    // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: 0.743.
    Agreement agreement =
        Agreement.of(
            FIVE,
            List.of(
                answers("n", "123321412***"),
                answers("n", "1233224125*3"),
                answers("n", "*3332342251*"),
                answers("n", "12332441251*")));

    assertThat(agreement.krippendorffAlpha()).hasValueCloseTo(0.743421052631579, within(1e-9));
    assertThat(agreement.units()).isEqualTo(11); // unit 12 has one annotation
  }

  @Test
  void sets_countedByHand() {
    Map<String, List<String>> first =
        Map.of(
            "u1", List.of("k"),
            "u2", List.of("k", "l"),
            "u3", List.of("l", "k"),
            "u4", List.of(),
            "u5", List.of(),
            "u6", List.of("l"));
    Map<String, List<String>> second =
        Map.of(
            "u1", List.of("k"), // equal: Jaccard 1
            "u2", List.of("k"), // 1/2, a subset: MASI distance 1 - 1/2 · 2/3 = 2/3
            "u3", List.of("l", "m"), // 1/3, crossing: 1 - 1/3 · 1/3 = 8/9
            "u4", List.of(), // 1
            "u5", List.of("m")); // 0; u6 is missing

    Agreement agreement = Agreement.of(SET, List.of(first, second));

    assertThat(agreement.units()).isEqualTo(5);
    assertThat(agreement.observed()).isCloseTo(2 / 5.0, within(1e-12));
    assertThat(agreement.meanJaccard()).isCloseTo((1 + 1 / 2.0 + 1 / 3.0 + 1) / 5, within(1e-12));
    assertThat(agreement.cohenKappa()).isEmpty();
    // Observed distance (2/3 + 8/9 + 1) / 5 = 23/45; expected among the ten sets
    // {k} ·3, {k,l} ·2, {l,m}, {} ·3, {m}, over 45 pairs:
    // {k}-{k,l} 6 · 2/3, {k,l}-{l,m} 2 · 8/9, {l,m}-{m} 2/3, {k}-{k} 3 · 0, {k,l}-{k,l} 0,
    // {}-{} 3 · 0, the other 29 pairs 1: 4 + 16/9 + 2/3 + 29 = 319/9
    assertThat(agreement.krippendorffAlpha())
        .hasValueCloseTo(1 - (23 / 45.0) / (319 / 9.0 / 45), within(1e-12));
    // k: both in u1 and u2, the first alone in u3
    assertThat(agreement.labels().get("k").f1()).isCloseTo(4 / 5.0, within(1e-12));
    assertThat(agreement.labels().get("k").uses()).isEqualTo(5);
    // Observed 4/5; by chance 3/5 · 2/5 + 2/5 · 3/5 = 12/25
    assertThat(agreement.labels().get("k").cohenKappa()).hasValueCloseTo(8 / 13.0, within(1e-12));
    // m: the second alone, twice
    assertThat(agreement.labels().get("m").f1()).isZero();
    assertThat(agreement.labels().get("m").cohenKappa()).hasValueCloseTo(0.0, within(1e-12));
  }

  @Test
  void threeAnnotators_poolSharesAndAverageKappas() {
    Map<Integer, List<String>> a = yesNo("yynn");
    Map<Integer, List<String>> b = yesNo("yynn"); // with a: 4 of 4, kappa 1
    Map<Integer, List<String>> c = yesNo("yn**"); // with a and b: 1 of 2 each, kappa 0

    Agreement agreement = Agreement.of(CHOICE, List.of(a, b, c));

    assertThat(agreement.comparisons()).isEqualTo(8);
    assertThat(agreement.observed()).isCloseTo(6 / 8.0, within(1e-12));
    assertThat(agreement.cohenKappa()).hasValueCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void oneAnswerOnly_hasNoChanceCorrectedFigure() {
    Agreement agreement = Agreement.of(CHOICE, List.of(yesNo("yyy"), yesNo("yyy")));

    assertThat(agreement.observed()).isEqualTo(1);
    assertThat(agreement.cohenKappa()).isEmpty();
    assertThat(agreement.krippendorffAlpha()).isEmpty();
    assertThat(agreement.labels().get("no").f1()).isZero();
    assertThat(agreement.labels().get("no").cohenKappa()).isEmpty();
  }

  @Test
  void anAnswerOnlyInUnitsNobodyElseSaw_doesNotCount() {
    Agreement agreement = Agreement.of(CHOICE, List.of(yesNo("yyn"), yesNo("yy*")));

    assertThat(agreement.krippendorffAlpha()).isEmpty();
    assertThat(agreement.units()).isEqualTo(2);
  }

  @Test
  void nothingInCommon_isZeroAndEmpty() {
    for (String other : List.of("**n", "***")) {
      Agreement agreement = Agreement.of(CHOICE, List.of(yesNo("yn*"), yesNo(other)));

      assertThat(agreement.units()).isZero();
      assertThat(agreement.observed()).isZero();
      assertThat(agreement.meanJaccard()).isZero();
      assertThat(agreement.cohenKappa()).isEmpty();
      assertThat(agreement.krippendorffAlpha()).isEmpty();
    }
  }

  @Test
  void badInput_isRefused() {
    assertThatThrownBy(() -> Agreement.of(CHOICE, List.of(yesNo("y"))))
        .hasMessage("agreement needs at least two annotators but there are 1");
    assertThatThrownBy(
            () -> Agreement.of(CHOICE, List.of(yesNo("y"), Map.of(0, List.of("yes", "no")))))
        .hasMessageContaining("unit 0 do not fit task choice");
    assertThatThrownBy(() -> Agreement.of(SET, List.of(yesNo("y"), yesNo("y"))))
        .hasMessageContaining("do not fit task set");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyAnnotators_orderDoesNotMatterAndSharesAreShares(long seed) {
    Random random = new Random(seed);
    List<Map<Integer, List<String>>> annotators =
        List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (Map<Integer, List<String>> annotator : annotators) {
      for (int unit = 0; unit < 40; unit++) {
        if (random.nextInt(5) > 0) {
          annotator.put(
              unit, SET.labelIds().stream().filter(label -> random.nextInt(3) > 0).toList());
        }
      }
    }

    Agreement agreement = Agreement.of(SET, annotators);
    Agreement reversed =
        Agreement.of(SET, List.of(annotators.get(2), annotators.get(1), annotators.get(0)));

    assertThat(agreement.observed()).isBetween(0.0, agreement.meanJaccard());
    assertThat(agreement.meanJaccard()).isLessThanOrEqualTo(1);
    assertThat(agreement.krippendorffAlpha().orElseThrow()).isBetween(-1.0, 1.0);
    assertThat(reversed.observed()).isCloseTo(agreement.observed(), within(1e-12));
    assertThat(reversed.meanJaccard()).isCloseTo(agreement.meanJaccard(), within(1e-12));
    assertThat(reversed.krippendorffAlpha())
        .hasValueCloseTo(agreement.krippendorffAlpha().orElseThrow(), within(1e-12));
    assertThat(Agreement.of(SET, List.of(annotators.get(0), annotators.get(0))).observed())
        .isEqualTo(1);
  }
}
