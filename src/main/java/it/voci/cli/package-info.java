/** Picocli commands: parse, print, exit code; no logic. */
package it.voci.cli;
