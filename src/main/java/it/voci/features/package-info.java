/**
 * A paragraph in its article → what the network sees: hashed n-grams, pooled word vectors and a
 * dense vector of named features. Metadata (id, outlet, register, …) never enters.
 */
package it.voci.features;
