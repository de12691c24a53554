package it.voci.store;

import it.voci.classifier.NetworkClassifier;
import it.voci.corpus.LabelScheme;

/** A model as it was read from its directory. */
public record StoredModel(Manifest manifest, LabelScheme scheme, NetworkClassifier classifier) {}
