package it.voci.embedding.skipgram;

import it.voci.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * Sentences as word numbers in a temporary file, so that text is tokenised once, however many
 * passes follow. A number takes one to five bytes, seven bits in each. Written by one thread from
 * front to end, then read block by block by any number of threads.
 *
 * <p>Where the system allows it the file has no name, so nothing is left even by a killed process.
 */
final class TokenFile implements AutoCloseable {
  /** Sentences are cut at this length, as word2vec does. */
  static final int LONGEST_SENTENCE = 1000;

  /** Blocks end with the first sentence end after so many tokens. */
  private static final int BLOCK = 8192;

  private static final int BYTES_EACH = 5;

  private final Path path;
  private final FileChannel channel;
  private final CRC32C checksum = new CRC32C();
  private final ByteBuffer pending =
      ByteBuffer.allocate((BLOCK + 2 * LONGEST_SENTENCE) * BYTES_EACH);

  /** Where each block begins, in bytes and in tokens; one entry more than there are blocks. */
  private long[] offsets = new long[64];

  private long[] tokens = new long[64];
  private int blocks;
  private int inBlock;

  /**
   * @param folder where the file is made; created where it is missing
   */
  TokenFile(Path folder) {
    try {
      Files.createDirectories(folder);
      path = folder.resolve(".tokens." + UUID.randomUUID() + ".tmp");
      channel =
          FileChannel.open(
              path,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UserException(folder + ": no temporary file can be made there (" + e + ")", e);
    }
  }

  /**
   * Adds a sentence.
   *
   * @param length at most {@link #LONGEST_SENTENCE}
   */
  void add(int[] sentence, int length) {
    put(length);
    for (int i = 0; i < length; i++) {
      put(sentence[i]);
    }
    inBlock += length;
    if (inBlock >= BLOCK) {
      endBlock();
    }
  }

  /** To be called after the last sentence. */
  void finish() {
    if (inBlock > 0) {
      endBlock();
    }
  }

  private void put(int number) {
    int left = number;
    while (left >= 0x80) {
      pending.put((byte) (left | 0x80));
      left >>>= 7;
    }
    pending.put((byte) left);
  }

  private void endBlock() {
    if (blocks + 2 > offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * offsets.length);
      tokens = Arrays.copyOf(tokens, 2 * tokens.length);
    }
    pending.flip();
    offsets[blocks + 1] = offsets[blocks] + pending.remaining();
    tokens[blocks + 1] = tokens[blocks] + inBlock;
    checksum.update(pending.duplicate());
    try {
      while (pending.hasRemaining()) {
        channel.write(pending);
      }
    } catch (IOException e) {
      throw new UserException(path + ": cannot be written (" + e.getMessage() + ")", e);
    }
    pending.clear();
    blocks++;
    inBlock = 0;
  }

  int blocks() {
    return blocks;
  }

  /** Tokens before a block; of all blocks where the block is {@link #blocks()}. */
  long tokensBefore(int block) {
    return tokens[block];
  }

  long tokens() {
    return tokens[blocks];
  }

  /** Of all that was written so far. */
  long checksum() {
    return checksum.getValue();
  }

  /** A reader for one thread. */
  Reader reader() {
    return new Reader();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a block's sentences one after the other. Not safe for use by several threads. */
  final class Reader {
    private byte[] bytes = new byte[pending.capacity()];
    private int position;
    private int end;

    void open(int block) {
      position = 0;
      end = (int) (offsets[block + 1] - offsets[block]);
      ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, end);
      try {
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, offsets[block] + buffer.position()) < 0) {
            throw new IOException("ends too early");
          }
        }
      } catch (IOException e) {
        throw new UserException(path + ": cannot be read (" + e.getMessage() + ")", e);
      }
    }

    /**
     * The next sentence of the block.
     *
     * @param sentence takes {@link #LONGEST_SENTENCE} numbers
     * @return its length; negative after the last one
     */
    int next(int[] sentence) {
      if (position == end) {
        return -1;
      }
      int length = number();
      for (int i = 0; i < length; i++) {
        sentence[i] = number();
      }
      return length;
    }

    private int number() {
      int b = bytes[position++];
      int number = b & 0x7f;
      for (int shift = 7; b < 0; shift += 7) {
        b = bytes[position++];
        number |= (b & 0x7f) << shift;
      }
      return number;
    }
  }
}
