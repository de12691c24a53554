package it.voci.input;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import it.voci.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads files, folders, web pages and standard input into articles. */
public final class InputReader {
  /** The name of standard input. */
  public static final String STDIN = "-";

  /** Larger inputs are refused: an article has a ten thousandth of it. */
  private static final int LARGEST = 100 << 20;

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

  private InputReader() {}

  /**
   * The files of a folder.
   *
   * @param files those that can be read, in name order
   * @param skipped number of files of other kinds
   * @param closed folders in it that may not be looked into
   */
  public record Folder(List<Path> files, int skipped, List<Path> closed) {
    public Folder {
      files = List.copyOf(files);
      closed = List.copyOf(closed);
    }
  }

  /**
   * Looks through a folder and all folders in it. Links within it are not followed and count as
   * skipped, and so do the parts of a page that a browser saved beside it, in {@code NAME_files}.
   *
   * @throws UserException where it may not be looked into
   */
  public static Folder list(Path folder) {
    List<Path> files = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    List<Path> closed = new ArrayList<>();
    try {
      Path real = folder.toRealPath(); // the folder named may itself be a link
      Files.walkFileTree(
          real,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              boolean known = attributes.isRegularFile() && InputKind.of(file).isPresent();
              (known && !isPartOfPage(file, real) ? files : others)
                  .add(folder.resolve(real.relativize(file)));
              return CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (file.equals(real)) {
                throw e;
              }
              closed.add(folder.resolve(real.relativize(file)));
              return CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UserException(folder + ": the folder cannot be read (" + e.getMessage() + ")", e);
    }
    return new Folder(
        files.stream().sorted().toList(), others.size(), closed.stream().sorted().toList());
  }

  private static boolean isPartOfPage(Path file, Path folder) {
    for (Path in = file.getParent(); !in.equals(folder); in = in.getParent()) {
      String name = in.getFileName().toString();
      if (name.endsWith("_files")) {
        String page = name.substring(0, name.length() - "_files".length());
        if (Files.exists(in.resolveSibling(page + ".html"), NOFOLLOW_LINKS)
            || Files.exists(in.resolveSibling(page + ".htm"), NOFOLLOW_LINKS)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an input is named by an address of the web (or of something else), not by a path. */
  public static boolean isAddress(String input) {
    return ADDRESS.matcher(input).matches();
  }

  /** As {@link #stream(Path)}, in memory. */
  public static List<InputArticle> read(Path file) {
    return stream(file).toList();
  }

  /**
   * Reads all articles of a file, or none: what is wrong with any of them is told before the first
   * is handed out. A file that is no regular one is read as plain text.
   *
   * @throws UserException where the file cannot be read, is of an unknown kind or holds no text
   */
  public static Stream<InputArticle> stream(Path file) {
    String name = file.toString();
    Optional<InputKind> kind = InputKind.of(file);
    if (Files.isRegularFile(file) && kind.isEmpty()) {
      throw new UserException(
          name + ": not a kind of file voci reads; it reads " + InputKind.list());
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = all(in, name);
    } catch (NoSuchFileException e) {
      throw new UserException(name + ": no such file or folder", e);
    } catch (AccessDeniedException e) {
      throw new UserException(name + ": may not be read; check its permissions", e);
    } catch (IOException e) {
      throw new UserException(name + ": cannot be read (" + e.getMessage() + ")", e);
    }
    return guarded(() -> kind.orElse(InputKind.TEXT).read(bytes, name), name);
  }

  /** Reads standard input as plain text. */
  public static Stream<InputArticle> stream(InputStream stdin) {
    try {
      byte[] bytes = all(stdin, "standard input");
      return InputKind.one(PlainText.read(TextDecoder.decode(bytes, "standard input"), STDIN));
    } catch (IOException e) {
      throw new UserException("standard input cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** As {@link #stream(InputStream)}, in memory. */
  public static List<InputArticle> read(InputStream stdin) {
    return stream(stdin).toList();
  }

  /**
   * Reads what stands at an address of the web: a page, a text, a PDF or a Word document.
   *
   * @throws UserException where it cannot be had, is of an unknown kind or holds no text
   */
  public static Stream<InputArticle> stream(String address, WebClient web) {
    WebClient.Content content = web.get(address);
    return guarded(() -> content.articles(address), address);
  }

  /** What libraries make of files made to harm them is one line too. */
  private static Stream<InputArticle> guarded(Supplier<Stream<InputArticle>> reader, String name) {
    try {
      return reader.get();
    } catch (UserException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UserException(name + ": broken, cannot be read (" + e + ")", e);
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw new UserException(name + ": too large or too deeply nested to be read", e);
    }
  }

  private static byte[] all(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new UserException(name + ": larger than " + (LARGEST >> 20) + " MiB; split it");
    }
    return bytes;
  }
}
