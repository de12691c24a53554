/** Labelled articles and evaluations → terminal, JSON, Markdown. Renders; computes nothing. */
package it.voci.report;
