/**
 * Deeplearning4j and ND4J, and the only place that knows them: word vectors and the network are
 * learned here; what comes out are voci's own {@link it.voci.embedding.WordVectors} and {@link
 * it.voci.classifier.NetworkWeights}.
 */
package it.voci.dl4j;
