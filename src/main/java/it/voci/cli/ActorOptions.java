package it.voci.cli;

import it.voci.actors.Gazetteer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option of every command that looks for actors. */
final class ActorOptions {
  @Option(
      names = "--actors",
      paramLabel = "FILE",
      description =
          "Actors of your own, in the form of the shipped gazetteer; rows replace those of the same"
              + " name. Repeatable.")
  private List<Path> files = new ArrayList<>();

  /** The actors of all files, of which later ones override. */
  Gazetteer read() {
    return files.stream().map(Gazetteer::read).reduce(Gazetteer.EMPTY, Gazetteer::plus);
  }
}
