/**
 * What word vectors are: settings, training text, lookup, neighbours, file formats, intrinsic
 * evaluation and projection to a plane; nothing here knows how they are learned.
 *
 * <pre>{@code
 * WordVectors vectors = WordVectorFile.read(Path.of("vectors.vec"));
 * vectors.nearest("gasdotto", 10).forEach(System.out::println);
 * }</pre>
 */
package it.voci.embedding;
