package it.voci.cli;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the AsciiDoc of which the build makes manual pages, one per command. */
public final class ManPages {
  private ManPages() {}

  /**
   * Writes the pages.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws Exception {
    Terminal nowhere =
        new Terminal(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            "",
            80,
            false);
    CommandSpec spec = Main.commandLine(nowhere, Optional.empty()).getCommandSpec();
    int code =
        ManPageGenerator.generateManPage(
            new File(args[0]), new File(args[0] + "-templates"), new boolean[0], true, spec);
    if (code != 0) {
      throw new IllegalStateException("the manual pages could not be written: code " + code);
    }
  }
}
