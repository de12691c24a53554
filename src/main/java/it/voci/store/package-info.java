/**
 * The model directory: manifest, checksums, atomic writes. A model is untrusted data: sizes,
 * checksums and shapes are checked before a number is used, and nothing in it is executable.
 *
 * <pre>{@code
 * StoredModel model = ModelDirectory.read(Path.of("models/voci-it"));
 * model.classifier().classify(article);
 * }</pre>
 */
package it.voci.store;
