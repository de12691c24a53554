package it.voci.quotes;

import static it.voci.quotes.Grammar.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Tells an interview, and which of its paragraphs ask and which answer. */
final class Interview {
  /** What a paragraph is. */
  enum Part {
    TEXT,
    QUESTION,
    ANSWER
  }

  private static final int LEAST = 3;
  private static final int LONGEST_QUESTION = 90;
  private static final int OPENING = 3;
  private static final int LEAST_ANSWER = 12;
  private static final Set<String> INTERVIEW =
      words("intervista intervistato intervistata intervistiamo colloquio");
  private static final Set<String> SELF =
      words(
          "io mi noi nostro nostra nostri nostre mio mia miei mie me ho abbiamo siamo penso"
              + " credo direi guardi dico vedo temo spero vede senta attenzione insomma");

  private final Part[] parts;

  Interview(List<ParagraphText> paragraphs) {
    int size = paragraphs.size();
    parts = new Part[size];
    int quoted = 0;
    int asked = 0;
    int answered = 0;
    int named = 0;
    for (int i = 0; i < size; i++) {
      ParagraphText p = paragraphs.get(i);
      parts[i] = Part.TEXT;
      quoted += isQuoted(p) ? 1 : 0;
      named += isNamed(p) ? 1 : 0;
      if (asks(p)) {
        asked++;
        answered += i + 1 < size && isPersonal(paragraphs.get(i + 1)) ? 1 : 0;
      }
    }
    if (isAnnounced(paragraphs) && quoted == LEAST - 1 && asked >= 1) {
      byMarks(paragraphs);
      return;
    }
    if (isAnnounced(paragraphs) && quoted < LEAST && named < LEAST) {
      announced(paragraphs);
      alternate();
      return;
    }
    if (asked < 2) {
      return;
    }
    if (quoted >= LEAST) {
      byMarks(paragraphs);
    } else if (named >= LEAST) {
      questions(paragraphs);
    } else if (asked >= LEAST && answered * 3 >= asked * 2) {
      byQuestions(paragraphs);
      alternate();
    }
  }

  /**
   * Between an answer and the next question, what is put without a mark and its answer take turns.
   */
  private void alternate() {
    for (int i = 1; i < parts.length; i++) {
      if (parts[i] != Part.TEXT || parts[i - 1] != Part.ANSWER) {
        continue;
      }
      int end = i;
      while (end < parts.length && parts[end] == Part.TEXT) {
        end++;
      }
      if (end < parts.length && (end - i) % 2 == 0) {
        for (int k = i + 1; k < end; k += 2) {
          parts[k] = Part.ANSWER;
        }
      }
      i = end;
    }
  }

  /** "Ne abbiamo parlato con …" at its beginning, "intervista raccolta …" at its end. */
  private static boolean isAnnounced(List<ParagraphText> paragraphs) {
    int size = paragraphs.size();
    for (int i = 0; i < size; i++) {
      if (i < OPENING || i >= size - 1) {
        ParagraphText p = paragraphs.get(i);
        for (int k = 0; k < p.size(); k++) {
          if (p.isAny(k, INTERVIEW) || (p.is(k, "parlato") && p.is(k + 1, "con"))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void announced(List<ParagraphText> paragraphs) {
    List<Integer> answers = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      ParagraphText p = paragraphs.get(i);
      boolean after = asks(paragraphs.get(i - 1)) && !asks(p);
      int from = answerStart(p);
      if (p.quotes.isEmpty()
          && (after || (from > 0 && p.words(from, p.size()) >= LEAST_ANSWER && isPersonal(p)))) {
        answers.add(i);
      }
    }
    if (answers.size() < 2) {
      return;
    }
    for (int i : answers) {
      parts[i] = Part.ANSWER;
    }
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == Part.TEXT && asks(paragraphs.get(i))) {
        parts[i] = Part.QUESTION;
      }
    }
  }

  /** Past the questions with which a paragraph begins; 0 where it begins with none. */
  static int answerStart(ParagraphText p) {
    int start = 0;
    for (ParagraphText.Unit unit : p.units) {
      if (unit.end() >= p.size() || !p.is(unit.end() - 1, "?") || p.inQuote(unit.end() - 1)) {
        break;
      }
      start = unit.end();
    }
    return start;
  }

  Part part(int paragraph) {
    return parts[paragraph];
  }

  /** True where both take the paragraphs before this one alike. */
  boolean agreesBefore(int paragraph, Interview other) {
    return Arrays.equals(parts, 0, paragraph, other.parts, 0, paragraph);
  }

  private void byMarks(List<ParagraphText> paragraphs) {
    for (int i = 0; i < parts.length; i++) {
      if (isQuoted(paragraphs.get(i))) {
        parts[i] = Part.ANSWER;
        if (i > 1 && parts[i - 1] == Part.TEXT && isShort(paragraphs.get(i - 1))) {
          parts[i - 1] = Part.QUESTION;
        }
      }
    }
    questions(paragraphs);
  }

  private void questions(List<ParagraphText> paragraphs) {
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] == Part.TEXT && asks(paragraphs.get(i)) && !isNamed(paragraphs.get(i))) {
        parts[i] = Part.QUESTION;
      }
    }
  }

  private void byQuestions(List<ParagraphText> paragraphs) {
    for (int i = 0; i < parts.length; i++) {
      if (asks(paragraphs.get(i))) {
        parts[i] = Part.QUESTION;
      } else if (i > 0 && parts[i - 1] != Part.TEXT && isPersonal(paragraphs.get(i))) {
        parts[i] = Part.ANSWER;
      }
    }
  }

  private static boolean isShort(ParagraphText p) {
    return p.words(0, p.size()) <= LONGEST_QUESTION && p.quotes.size() <= 1;
  }

  private static boolean asks(ParagraphText p) {
    int last = p.size() - 1;
    return last > 0 && p.is(last, "?") && !p.inQuote(last) && isShort(p);
  }

  /** True for a paragraph that is one quotation, closed or not. */
  private static boolean isQuoted(ParagraphText p) {
    return p.quotes.size() == 1
        && p.words(0, p.quotes.get(0).start()) == 0
        && p.words(p.quotes.get(0).end(), p.size()) == 0
        && p.words(0, p.size()) >= LEAST;
  }

  private static boolean isNamed(ParagraphText p) {
    for (int i = 1; i < Math.min(5, p.size()); i++) {
      if (p.is(i, ":")) {
        return p.isCapital(0);
      }
      if (p.isPunctuation(i)) {
        return false;
      }
    }
    return false;
  }

  private static boolean isPersonal(ParagraphText p) {
    for (int i = 0; i < p.size(); i++) {
      if (!p.inQuote(i) && SELF.contains(p.word(i))) {
        return true;
      }
    }
    return false;
  }
}
