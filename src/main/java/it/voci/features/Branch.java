package it.voci.features;

/** A part of what the network sees, which can be left out to learn what it is worth. */
public enum Branch {
  /** Words and characters. */
  GRAMS,
  /** Words as they are written, names among them, beside those of {@link #GRAMS}. */
  FORMS,
  /** Pooled word vectors. */
  VECTORS,
  /** Length, place, punctuation, quotation marks. */
  SURFACE,
  /** Whose words fill the paragraph. */
  SPEECH,
  /** The paragraphs before and after: whose words fill them, and their n-grams. */
  CONTEXT,
  /** Counts of listed terms. */
  TERMS
}
