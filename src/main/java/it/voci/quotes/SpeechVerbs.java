package it.voci.quotes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Verbs of saying in the third person, from {@code speech-verbs.txt}: regular forms are made by
 * rule, irregular stems stand here. Forms are looked up folded, without accents.
 */
final class SpeechVerbs {
  /** What a form is. */
  enum Form {
    FINITE,
    PARTICIPLE,
    GERUND,
    INFINITIVE
  }

  /** What a verb takes. */
  enum Complement {
    CHE,
    DI,
    A,
    NOME,
    CITA,
    COME
  }

  /** A form of a verb. */
  record Verb(String infinitive, Form form, Set<Complement> complements, boolean isNoun) {}

  private static final String FILE = "speech-verbs.txt";

  /** Forms that are nouns or adjectives as often as verbs. */
  private static final Set<String> NOUNS =
      Set.of(
          ("accusa denuncia stima replica nota conta critica condanna minaccia domanda conferma"
                  + " proposta richiesta promessa risposta invito commento racconto augurio lancia"
                  + " stime denunce accuse critiche minacce repliche conferme domande legge fa vede"
                  + " precisa indica esclusa protesta lamenta ordina informa registra ricorda attacco"
                  + " saluto giura evoca cita cronaca valuta motiva dubita contesta vanta salute"
                  + " misura pretesa previsto previsti prevista previste dati dato parole scritta"
                  + " scritte scritti detti detta dette")
              .split(" ", -1));

  /** Infinitive → stems and forms that do not follow the rule. */
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("dire", "dice dicono diceva dicevano disse dissero dica"),
          Map.entry("sostenere", "sostiene sostengono sostenne sostennero"),
          Map.entry("ritenere", "ritiene ritengono ritenne ritennero ritenga"),
          Map.entry("mantenere", "mantiene mantengono"),
          Map.entry("ammettere", "ammise ammisero"),
          Map.entry("promettere", "promise promisero"),
          Map.entry("premettere", "premise"),
          Map.entry("mettere", "mise misero"),
          Map.entry("aggiungere", "aggiunse aggiunsero"),
          Map.entry("concludere", "concluse conclusero"),
          Map.entry("scrivere", "scrisse scrissero"),
          Map.entry("rispondere", "rispose risposero"),
          Map.entry("chiedere", "chiese chiesero"),
          Map.entry("riconoscere", "riconobbe riconobbero"),
          Map.entry("respingere", "respinse respinsero"),
          Map.entry("proporre", "propone propongono proponeva proponevano propose proposero"),
          Map.entry("supporre", "suppone suppongono supponeva"),
          Map.entry("predire", "predice predicono"),
          Map.entry("prevedere", "previde"),
          Map.entry("descrivere", "descrisse descrissero"),
          Map.entry("riassumere", "riassunse riassunsero"),
          Map.entry("sorridere", "sorrise sorrisero"),
          Map.entry("esprimere", "espresse espressero"),
          Map.entry("pretendere", "pretese pretesero"),
          Map.entry("convenire", "conviene convengono convenne"),
          Map.entry("rendere", "rese resero"),
          Map.entry("prendere", "prese presero"),
          Map.entry("dare", "da danno dava davano diede diedero"),
          Map.entry("fare", "fa fanno faceva facevano fece fecero"),
          Map.entry("escludere", "escluse esclusero"));

  private static final Map<String, String> PARTICIPLE =
      Map.ofEntries(
          Map.entry("dire", "dett"),
          Map.entry("predire", "predett"),
          Map.entry("sostenere", "sostenut"),
          Map.entry("ammettere", "ammess"),
          Map.entry("promettere", "promess"),
          Map.entry("premettere", "premess"),
          Map.entry("mettere", "mess"),
          Map.entry("aggiungere", "aggiunt"),
          Map.entry("concludere", "conclus"),
          Map.entry("scrivere", "scritt"),
          Map.entry("descrivere", "descritt"),
          Map.entry("insistere", "insistit"),
          Map.entry("sorridere", "sorris"),
          Map.entry("riassumere", "riassunt"),
          Map.entry("sottintendere", "sottintes"),
          Map.entry("rispondere", "rispost"),
          Map.entry("chiedere", "chiest"),
          Map.entry("riconoscere", "riconosciut"),
          Map.entry("esprimere", "espress"),
          Map.entry("respingere", "respint"),
          Map.entry("proporre", "propost"),
          Map.entry("supporre", "suppost"),
          Map.entry("prevedere", "previst"),
          Map.entry("vedere", "vist"),
          Map.entry("leggere", "lett"),
          Map.entry("escludere", "esclus"),
          Map.entry("pretendere", "pretes"),
          Map.entry("ripercorrere", "ripercors"),
          Map.entry("fare", "fatt"),
          Map.entry("prendere", "pres"),
          Map.entry("rendere", "res"),
          Map.entry("convenire", "convenut"));

  private static final Map<String, String> GERUND =
      Map.of(
          "dire",
          "dicendo",
          "predire",
          "predicendo",
          "proporre",
          "proponendo",
          "supporre",
          "supponendo",
          "fare",
          "facendo");

  /** Verbs in -ire whose present has no -isc-. */
  private static final Set<String> PLAIN_IRE = Set.of("avvertire", "convenire", "proseguire");

  private final Map<String, Verb> forms = new HashMap<>();

  SpeechVerbs() {
    try (InputStream in = SpeechVerbs.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          List<String> words = Arrays.asList(line.strip().split(" +", -1));
          Set<Complement> complements = EnumSet.noneOf(Complement.class);
          words.subList(1, words.size()).stream()
              .filter(word -> !word.equals("notare"))
              .forEach(
                  word ->
                      complements.add(Complement.valueOf(word.toUpperCase(java.util.Locale.ROOT))));
          conjugate(words.get(0), complements);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<Verb> lookup(String folded) {
    return Optional.ofNullable(forms.get(folded));
  }

  private void conjugate(String infinitive, Set<Complement> complements) {
    String stem = infinitive.substring(0, infinitive.length() - 3);
    String ending = infinitive.substring(infinitive.length() - 3);
    Adder add = new Adder(infinitive, complements);
    boolean irregular =
        Set.of("dire", "predire", "proporre", "supporre", "fare").contains(infinitive);
    if (!irregular) {
      switch (ending) {
        case "are" -> {
          add.finite(stem, "a ano ava avano o arono");
          add.participle(stem + "at");
          add.form(stem + "ando", Form.GERUND);
        }
        case "ere" -> {
          add.finite(stem, "e ono eva evano ette ettero");
          add.participle(PARTICIPLE.getOrDefault(infinitive, stem + "ut"));
          add.form(stem + "endo", Form.GERUND);
        }
        default -> {
          if (PLAIN_IRE.contains(infinitive)) {
            add.finite(stem, "e ono");
          } else {
            add.finite(stem, "isce iscono isca");
          }
          add.finite(stem, "iva ivano i irono");
          add.participle(PARTICIPLE.getOrDefault(infinitive, stem + "it"));
          add.form(stem + "endo", Form.GERUND);
        }
      }
    } else {
      add.participle(PARTICIPLE.get(infinitive));
    }
    if (IRREGULAR.containsKey(infinitive)) {
      add.finite("", IRREGULAR.get(infinitive));
    }
    if (GERUND.containsKey(infinitive)) {
      add.form(GERUND.get(infinitive), Form.GERUND);
    }
    add.form(infinitive, Form.INFINITIVE);
    String gerund =
        GERUND.getOrDefault(infinitive, stem + (ending.equals("are") ? "ando" : "endo"));
    for (String clitic : List.of("lo", "la", "li", "le", "gli", "si")) {
      add.form(gerund + clitic, Form.GERUND);
    }
    for (String clitic : List.of("lo", "la", "gli", "le", "ne")) {
      add.form(infinitive.substring(0, infinitive.length() - 1) + clitic, Form.INFINITIVE);
    }
  }

  private final class Adder {
    private final String infinitive;
    private final Set<Complement> complements;

    Adder(String infinitive, Set<Complement> complements) {
      this.infinitive = infinitive;
      this.complements = complements;
    }

    void form(String form, Form kind) {
      forms.putIfAbsent(form, new Verb(infinitive, kind, complements, NOUNS.contains(form)));
    }

    void finite(String stem, String endings) {
      for (String ending : endings.split(" ", -1)) {
        form(stem + ending, Form.FINITE);
      }
    }

    void participle(String stem) {
      for (String ending : List.of("o", "a", "i", "e")) {
        form(stem + ending, Form.PARTICIPLE);
      }
    }
  }
}
