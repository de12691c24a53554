package it.voci.store;

import it.voci.actors.Gazetteer;
import it.voci.classifier.NetworkClassifier;
import it.voci.corpus.LabelScheme;
import it.voci.features.FeatureExtractor;

/** A model as it was read from its directory. */
public record StoredModel(Manifest manifest, LabelScheme scheme, NetworkClassifier classifier) {
  /** The model with actors beside those it was trained with; see {@link Gazetteer#plus}. */
  public StoredModel plus(Gazetteer actors) {
    FeatureExtractor features = classifier.features();
    return new StoredModel(
        manifest, scheme, classifier.with(features.with(features.actors().plus(actors))));
  }
}
