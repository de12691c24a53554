package it.voci.store;

import it.voci.UserException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes under a temporary name beside the target and moves it into place, so nobody sees a half.
 */
public final class AtomicWrite {
  private AtomicWrite() {}

  /** Writes to a stream or throws. */
  @FunctionalInterface
  public interface StreamWriter {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Fills a folder or throws. */
  @FunctionalInterface
  public interface FolderWriter {
    void writeTo(Path folder) throws IOException;
  }

  /**
   * Replaces a file; of a link, the file it leads to. A device or a pipe is written to as it is.
   *
   * @throws UserException where it cannot be written; then the old file is as it was
   */
  public static void file(Path target, StreamWriter writer) {
    Path temporary = null;
    try {
      if (Files.isDirectory(target)) {
        throw new IOException("it is a folder");
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        try (OutputStream out = Files.newOutputStream(target)) {
          writer.writeTo(out);
        }
        return;
      }
      Path absolute = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
      Files.createDirectories(absolute.getParent());
      temporary = unusedName(absolute);
      try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
        writer.writeTo(out);
      }
      move(temporary, absolute);
    } catch (IOException e) {
      throw failure(target, e);
    } catch (UncheckedIOException e) {
      throw failure(target, e.getCause());
    } finally {
      deleteQuietly(temporary);
    }
  }

  /**
   * Replaces a folder. An existing one is moved aside first and deleted last.
   *
   * @throws UserException where it cannot be written; then the old folder is as it was
   */
  public static void folder(Path target, FolderWriter writer) {
    Path absolute = target.toAbsolutePath();
    Path temporary = null;
    Path old = null;
    try {
      Files.createDirectories(absolute.getParent());
      temporary = Files.createDirectory(unusedName(absolute));
      writer.writeTo(temporary);
      if (Files.exists(absolute)) {
        old =
            Files.createTempDirectory(absolute.getParent(), "." + absolute.getFileName() + ".old");
        Files.move(absolute, old.resolve("was"));
      }
      try {
        move(temporary, absolute);
      } catch (IOException e) {
        if (old != null) {
          Files.move(old, absolute);
        }
        throw e;
      }
    } catch (IOException e) {
      throw failure(target, e);
    } catch (UncheckedIOException e) {
      throw failure(target, e.getCause());
    } finally {
      deleteQuietly(temporary);
      deleteQuietly(old);
    }
  }

  private static UserException failure(Path target, IOException e) {
    return new UserException(target + ": cannot be written (" + e.getMessage() + ")", e);
  }

  /** Not one of the JDK's temporary files, which only their owner may read. */
  private static Path unusedName(Path target) {
    return target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void deleteQuietly(Path path) {
    if (path == null || !Files.exists(path)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(path)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // What is left has a temporary name; the write itself has succeeded or has been reported.
    }
  }
}
