package it.voci.cli;

import it.voci.app.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Versions implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"voci " + BuildInfo.version() + " (" + BuildInfo.commit() + ")"};
  }
}
