/**
 * What a classifier of paragraphs is: the contract, its settings and predictions, the network's
 * forward pass, and the baselines it is measured against.
 *
 * <pre>{@code
 * ParagraphClassifier classifier = ModelDirectory.read(folder).classifier();
 * for (Prediction prediction : classifier.classify(Article.ofTexts("a1", texts))) {
 *   System.out.println(prediction.labels());
 * }
 * }</pre>
 */
package it.voci.classifier;
