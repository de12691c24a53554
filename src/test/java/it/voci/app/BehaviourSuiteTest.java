package it.voci.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.Fixtures;
import it.voci.classifier.LinearClassifier;
import it.voci.classifier.MajorityClassifier;
import it.voci.corpus.BehaviourCase;
import it.voci.corpus.BehaviourCase.Expectation;
import it.voci.corpus.BehaviourCase.Relation;
import it.voci.evaluation.BehaviourScore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BehaviourSuiteTest {
  private static BehaviourCase one(String id, Relation relation, String variant) {
    return new BehaviourCase(
        relation.name(),
        id,
        List.of("Foto di archivio."),
        "La cena era ottima, il pane squisito.",
        Optional.of(variant),
        Map.of("tone", new Expectation(Optional.of(relation), Optional.empty(), Optional.empty())));
  }

  private static final List<BehaviourCase> CASES =
      List.of(
          one("s", Relation.SAME, "La cena era ottima e il pane squisito."),
          one("d", Relation.DIFFERENT, "Cattiva la cena e sporco il piatto."));

  @Test
  void majority_neverChangesItsMind() {
    BehaviourScore score =
        BehaviourSuite.run(MajorityClassifier.train(Fixtures.articles(), Fixtures.SCHEME), CASES);
    assertThat(score.kinds()).extracting(kind -> kind.passed().passed()).containsExactly(1, 0);
  }

  @Test
  void aClassifierThatLearned_passesBoth() {
    BehaviourScore score =
        BehaviourSuite.run(
            LinearClassifier.train(Fixtures.articles(), Fixtures.SCHEME, 100, 1), CASES);
    assertThat(score.all().passed()).isEqualTo(2);
  }
}
