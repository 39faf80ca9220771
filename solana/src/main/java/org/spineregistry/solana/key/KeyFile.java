package org.spineregistry.solana.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A key pair in a file, in the form of the Solana command line: a JSON array of 64 numbers, the
 * seed and then the public key. Only its owner may read it (mode 600).
 */
public final class KeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private KeyFile() {}

  /**
   * @throws KeyFileException if the file is missing, has another mode than 600, or does not hold a
   *     key pair
   */
  public static KeyPair load(Path file) {
    checkMode(file);
    try {
      return KeyText.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new KeyFileException(file, "cannot be read");
    } catch (IllegalArgumentException e) {
      throw new KeyFileException(file, e.getMessage());
    }
  }

  /**
   * Makes a new key pair and writes it with mode 600.
   *
   * @throws KeyFileException if the file exists (a key is never overwritten) or cannot be written
   */
  public static KeyPair generate(Path file) {
    KeyPair pair = KeyPair.random();
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
        FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      ByteBuffer text = StandardCharsets.US_ASCII.encode(KeyText.of(pair));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
      return pair;
    } catch (FileAlreadyExistsException e) {
      throw new KeyFileException(file, "exists already; a key is never overwritten");
    } catch (IOException | UnsupportedOperationException e) {
      throw new KeyFileException(file, "cannot be written: " + e.getClass().getSimpleName());
    }
  }

  private static void checkMode(Path file) {
    Set<PosixFilePermission> mode;
    try {
      mode = Files.getPosixFilePermissions(file);
    } catch (NoSuchFileException e) {
      throw new KeyFileException(file, "does not exist");
    } catch (IOException | UnsupportedOperationException e) {
      throw new KeyFileException(file, "its mode cannot be read: " + e.getClass().getSimpleName());
    }
    if (!mode.equals(OWNER_ONLY)) {
      throw new KeyFileException(
          file,
          "has mode " + PosixFilePermissions.toString(mode) + ", must have rw------- (chmod 600)");
    }
  }
}
