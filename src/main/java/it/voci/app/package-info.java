/** One class per use case; wires the rest. */
package it.voci.app;
