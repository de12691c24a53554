/**
 * What word vectors are: settings, training text, lookup, neighbours and file formats; nothing here
 * knows how they are learned.
 *
 * <pre>{@code
 * WordVectors vectors = WordVectorFile.read(Path.of("vectors.vec"));
 * vectors.nearest("gasdotto", 10).forEach(System.out::println);
 * }</pre>
 */
package it.voci.embedding;
