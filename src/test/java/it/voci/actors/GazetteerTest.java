package it.voci.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.UserException;
import it.voci.text.ItalianTokenizer;
import it.voci.text.TextNormaliser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {
  private static final Gazetteer SHIPPED = Gazetteer.shipped();

  /** Words and names too common to stand for one actor. */
  private static final Set<String> TOO_COMMON =
      Set.of(
          ("re marin pavel franco rossi bianchi russo ferrari esposito romano greco costa"
                  + " popov ivanov smirnov petrov sokolov morozov volkov novikov fedorova kuznetsov"
                  + " smith jones brown taylor miller clark hill green white black martin sanders"
                  + " kovalenko bondarenko shevchenko tkachenko marchenko rudenko kravchuk boyko"
                  + " rocca sala orlando speranza mini gori fontana villa bruni riccardi messina"
                  + " presidente ministro governo paese stato difesa esteri mare pace guerra"
                  + " fronte terra luce vita mondo tempo casa ponte libero domenica")
              .split(" ", -1));

  private static Stream<String> forms(Actor actor) {
    return Stream.concat(Stream.of(actor.name()), actor.aliases().stream());
  }

  private static boolean overlap(Actor one, Actor other) {
    return (one.to().isEmpty() || other.from().compareTo(one.to()) < 0)
        && (other.to().isEmpty() || one.from().compareTo(other.to()) < 0);
  }

  @Test
  void shipped_isLargeAndHasEverySide() {
    assertThat(SHIPPED.actors().stream().map(Actor::name).distinct()).hasSizeGreaterThan(1200);
    for (Side side : EnumSet.complementOf(EnumSet.of(Side.UNKNOWN))) {
      assertThat(SHIPPED.actors()).anyMatch(actor -> actor.side() == side);
    }
  }

  @Test
  void shipped_isSortedByNameAndPeriod() {
    assertThat(SHIPPED.actors())
        .isSortedAccordingTo(
            Comparator.comparing((Actor actor) -> TextNormaliser.fold(actor.name()))
                .thenComparing(Actor::name)
                .thenComparing(Actor::from)
                .thenComparing(Actor::to));
  }

  @Test
  void shipped_noFormNamesTwoActorsAtATime() {
    Map<String, List<Actor>> byForm = new HashMap<>();
    List<String> doubles = new ArrayList<>();
    for (Actor actor : SHIPPED.actors()) {
      forms(actor)
          .map(form -> TextNormaliser.fold(form).replace("'", ""))
          .distinct()
          .forEach(
              form -> {
                List<Actor> others = byForm.computeIfAbsent(form, key -> new ArrayList<>());
                others.stream()
                    .filter(other -> !other.name().equals(actor.name()) && overlap(actor, other))
                    .forEach(
                        other -> doubles.add(form + ": " + actor.name() + ", " + other.name()));
                others.add(actor);
              });
    }
    assertThat(doubles).isEmpty();
  }

  @Test
  void shipped_noPersonsFormIsACommonWordOrName() {
    assertThat(
            SHIPPED.actors().stream()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .flatMap(GazetteerTest::forms)
                .filter(form -> TOO_COMMON.contains(TextNormaliser.fold(form))))
        .isEmpty();
  }

  @Test
  void shipped_everyActorIsFoundByEveryForm() {
    ActorMatcher matcher = ActorMatcher.shipped();
    ItalianTokenizer tokenizer = new ItalianTokenizer();
    List<String> lost = new ArrayList<>();
    for (Actor actor : SHIPPED.actors()) {
      Optional<String> date =
          Stream.of(actor.from(), actor.to()).filter(month -> !month.isEmpty()).findFirst();
      forms(actor)
          .filter(
              form ->
                  matcher
                      .mentions(tokenizer.tokenize("Lo dice sempre " + form + " qui"), date)
                      .stream()
                      .noneMatch(m -> m.actor().side() == actor.side()))
          .forEach(form -> lost.add(actor.name() + ": " + form));
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void plus_addsAndReplaces(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.tsv");
    Files.writeString(
        file,
        """
        # mine
        Vladimir Putin\tother\tperson\tRU\tpresidente\t\t\tlo zar
        Pinco Pallino\texpert\tperson\tIT\tanalista\t\t\tPallino|Draghi
        """);
    ActorMatcher matcher = ActorMatcher.shipped().plus(Gazetteer.read(file));
    assertThat(
            matcher
                .mentions(
                    new ItalianTokenizer().tokenize("Vladimir Putin, Pallino, Draghi e Peskov."),
                    Optional.empty())
                .stream()
                .map(m -> m.actor().name() + " " + m.actor().side()))
        .containsExactly(
            "Vladimir Putin OTHER",
            "Pinco Pallino EXPERT",
            "Pinco Pallino EXPERT",
            "Dmitry Peskov KREMLIN");
  }

  @Test
  void file_writtenAndRead_isTheSame(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("g.tsv");
    Files.writeString(file, SHIPPED.format());
    assertThat(Gazetteer.read(file)).isEqualTo(SHIPPED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a|b; expected 8 columns but was 2",
        "A|moscow|person|RU|||| ; side must be one of kremlin, ukraine,",
        "A|unknown|person|RU|||| ; side must be one of",
        "A|kremlin|persona|RU|||| ; kind must be one of person, office,",
        "A|kremlin|person|RU||2022||; expected yyyy-MM but was '2022'",
        "A|kremlin|person|RU||2022-13||; expected yyyy-MM but was '2022-13'",
        "A|kremlin|person|RU||2023-01|2022-01|; the office ends (2022-01) before 2023-01",
        "|kremlin|person|RU||||; an actor has no name"
      })
  void badLine_isNamed(String line, String message, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("g.tsv");
    Files.writeString(
        file, "# head\nB\tkremlin\tperson\tRU\t\t\t\t\n" + line.replace('|', '\t') + "\n");
    assertThatThrownBy(() -> Gazetteer.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(file + ":3: ")
        .hasMessageContaining(message);
  }
}
