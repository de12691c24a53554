package it.voci.actors;

import it.voci.UserException;
import it.voci.text.ItalianTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of which phrases for offices are made ({@code viceministro della Difesa polacco}),
 * given names, and phrases that look like an actor but name none; the shipped file's head describes
 * the form. Immutable.
 */
public final class Lexicon {
  /** Knows no word. */
  public static final Lexicon EMPTY = new Lexicon("", "");

  private static final int COLUMNS = 4;

  /** What may follow a hyphen: the inflections, singular ones first. */
  private static final Map<String, List<String>> ENDINGS =
      Map.of(
          "o", List.of("o", "a", "i", "e"),
          "io", List.of("io", "ia", "i", "ie"),
          "co", List.of("co", "ca", "chi", "che"),
          "ico", List.of("ico", "ica", "ici", "iche"),
          "logo", List.of("logo", "loga", "logi", "loghe"),
          "e", List.of("e", "i"),
          "a", List.of("a", "i", "e"),
          "tore", List.of("tore", "trice", "tori", "trici"));

  private static final Pattern SHORTHAND = Pattern.compile("-(o|io|co|ico|logo|e|a|tore)(?= |$)");

  /** What may be said of a head. */
  enum Flag {
    /** A body: no name follows, but another body may hold the same phrase as its name. */
    BODY,
    /** Several people: no name follows. */
    PLURAL,
    /** Sent somewhere: {@code in Italia}, {@code all'Onu} belong to the phrase. */
    ABROAD,
    /** Of a town or region, which tells one holder from another. */
    LOCAL,
    /** The press: the name of an outlet may follow. */
    PRESS,
    /** One at a time: the gazetteer may say who. */
    HOLDER,
    /** Worth a mention though nameless: fonti. */
    SOURCE,
    /** Also an adjective. */
    ADJECTIVAL,
    /** Says nothing on its own; a nationality, an owner or a name must follow. */
    BOUND
  }

  /** A noun that begins a phrase. */
  record Head(String id, String domain, String kind, Set<Flag> flags) {
    boolean is(Flag flag) {
      return flags.contains(flag);
    }
  }

  /** Whose a country is: a column of the {@code side} lines. */
  enum Group {
    KREMLIN,
    UKRAINE,
    WEST,
    OTHER,
    UNKNOWN
  }

  /** A country. */
  record Country(String code, Group group) {}

  /** A town or region; or, of a state, its name or capital. */
  record Place(String name, String country, boolean isState) {}

  private final String text;
  private final ItalianTokenizer tokenizer = new ItalianTokenizer();
  final PhraseTrie<Head> heads = new PhraseTrie<>();
  final PhraseTrie<String> fillers = new PhraseTrie<>();
  final PhraseTrie<String> domains = new PhraseTrie<>();
  final PhraseTrie<Country> nations = new PhraseTrie<>();
  final PhraseTrie<Place> places = new PhraseTrie<>();
  final PhraseTrie<String> connectors = new PhraseTrie<>();
  final PhraseTrie<String> proKremlin = new PhraseTrie<>();
  final PhraseTrie<String> exile = new PhraseTrie<>();
  final PhraseTrie<String> nobody = new PhraseTrie<>();
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, Map<Group, Side>> sides = new HashMap<>();
  private final Map<String, String> givenNames = new HashMap<>();
  private final Set<String> commonWords = new HashSet<>();
  private final Set<String> determiners = new HashSet<>();
  private final Set<String> cyrillic = new HashSet<>();

  private Lexicon(String text, String where) {
    this.text = text;
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        try {
          add(line.split("\t", -1));
        } catch (UserException e) {
          throw new UserException(where + ":" + number + ": " + e.getMessage(), e);
        }
      }
    }
  }

  /** The lexicon that ships with voci. */
  public static Lexicon shipped() {
    try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.tsv")) {
      return new Lexicon(new String(in.readAllBytes(), StandardCharsets.UTF_8), "lexicon.tsv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file; throws {@link UserException} naming {@code file:line} of a bad line. */
  public static Lexicon read(Path file) {
    try {
      return new Lexicon(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read as UTF-8 (" + e.getMessage() + ")", e);
    }
  }

  /** The file's text. */
  public String format() {
    return text;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  private void add(String[] cells) {
    if (cells.length != COLUMNS) {
      throw new UserException("expected " + COLUMNS + " columns but was " + cells.length);
    }
    String id = cells[1];
    String value = cells[2];
    List<String> forms =
        cells[3].isBlank() ? List.of() : Arrays.stream(cells[3].split("\\|", -1)).toList();
    switch (cells[0]) {
      case "side" -> sides.put(id, sides(value));
      case "head" -> head(id, value, forms);
      case "filler" -> each(forms, (form, plural) -> fillers.add(words(form), form));
      case "domain" -> each(forms, (form, plural) -> domains.add(words(form), id));
      case "country" -> country(id, value, forms);
      case "state" -> places(value, true, forms);
      case "place" -> places(value, false, forms);
      case "connector" -> each(forms, (form, plural) -> connectors.add(words(form), form));
      case "pro_kremlin" -> each(forms, (form, plural) -> proKremlin.add(words(form), form));
      case "exile" -> each(forms, (form, plural) -> exile.add(words(form), form));
      case "nobody" -> each(forms, (form, plural) -> nobody.add(words(form), form));
      case "common" -> forms.forEach(form -> commonWords.add(words(form).key(0)));
      case "determiner" -> forms.forEach(form -> determiners.add(words(form).key(0)));
      case "cyrillic" -> cyrillic.addAll(forms);
      case "name" -> forms.forEach(form -> given(form, form));
      case "given" -> forms.forEach(form -> given(form, forms.get(0)));
      default -> throw new UserException("unknown type '" + cells[0] + "'");
    }
  }

  private void given(String form, String variantOf) {
    givenNames.putIfAbsent(
        Transliteration.key(words(form).key(0)), Transliteration.key(words(variantOf).key(0)));
  }

  private static Map<Group, Side> sides(String value) {
    String[] names = value.split(" ", -1);
    Map<Group, Side> sides = new EnumMap<>(Group.class);
    Group[] all = Group.values();
    if (names.length != all.length) {
      throw new UserException(
          "expected a side for each of " + all.length + " groups but was '" + value + "'");
    }
    for (int i = 0; i < all.length; i++) {
      sides.put(all[i], constant(Side.class, names[i]));
    }
    return sides;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UserException("unknown " + type.getSimpleName() + " '" + name + "'", e);
    }
  }

  private void head(String id, String value, List<String> forms) {
    String[] parts = value.split(" ", -1);
    if (!sides.containsKey(parts[0])) {
      throw new UserException("no line 'side' before this one for '" + parts[0] + "'");
    }
    Set<Flag> flags = new HashSet<>();
    for (int i = 1; i < parts.length; i++) {
      flags.add(constant(Flag.class, parts[i]));
    }
    Set<Flag> ofPlural = new HashSet<>(flags);
    ofPlural.add(Flag.PLURAL);
    int plus = (id + "+").indexOf('+');
    String domain = id.substring(Math.min(id.length(), plus + 1));
    Head one = new Head(id.substring(0, plus), domain, parts[0], Set.copyOf(flags));
    Head several = new Head(one.id(), domain, parts[0], Set.copyOf(ofPlural));
    each(forms, (form, plural) -> heads.add(words(form), plural ? several : one));
  }

  private void country(String code, String value, List<String> forms) {
    Group group = constant(Group.class, value);
    groups.put(code, group);
    each(forms, (form, plural) -> nations.add(words(form), new Country(code, group)));
  }

  /** The spellings of one place are joined by {@code =}. */
  private void places(String country, boolean isState, List<String> forms) {
    for (String form : forms) {
      String[] spellings = form.split("=", -1);
      for (String spelling : spellings) {
        places.add(words(spelling), new Place(spellings[0], country, isState));
      }
    }
  }

  private Words words(String form) {
    return new Words(tokenizer.tokenize(form));
  }

  private interface FormConsumer {
    void accept(String form, boolean plural);
  }

  /** An ending after a hyphen stands for the word's inflections, a final + for the plural. */
  private static void each(List<String> forms, FormConsumer consumer) {
    for (String form : forms) {
      Matcher shorthand = SHORTHAND.matcher(form);
      if (!shorthand.find()) {
        boolean plural = form.endsWith("+");
        consumer.accept(plural ? form.substring(0, form.length() - 1) : form, plural);
        continue;
      }
      List<String> endings = ENDINGS.get(shorthand.group(1));
      for (int i = 0; i < endings.size(); i++) {
        consumer.accept(
            form.substring(0, shorthand.start()) + endings.get(i) + form.substring(shorthand.end()),
            2 * i >= endings.size() || (i > 0 && shorthand.group(1).equals("a")));
      }
    }
  }

  Side side(Head head, Group group) {
    return sides.get(head.kind()).get(group);
  }

  /** The side of what is called {@code kind}, which has a {@code side} line. */
  Optional<Side> side(String kind, Group group) {
    return Optional.ofNullable(sides.get(kind)).map(map -> map.get(group));
  }

  Group group(String country) {
    return groups.getOrDefault(country, Group.UNKNOWN);
  }

  boolean isCommonWord(String folded) {
    return commonWords.contains(folded);
  }

  /** True for words after which a noun stands. */
  boolean isDeterminer(String folded) {
    return determiners.contains(folded);
  }

  /** True where persons' names are transliterated. */
  boolean isCyrillic(String country) {
    return cyrillic.contains(country);
  }

  /** A word's key in which spellings of one name, and variants of one given name, are alike. */
  String transliterated(String folded) {
    String key = Transliteration.key(folded);
    return givenNames.getOrDefault(key, key);
  }

  boolean isGivenName(String folded) {
    return givenNames.containsKey(Transliteration.key(folded));
  }

  Set<String> givenNames() {
    return new HashSet<>(givenNames.values());
  }
}
