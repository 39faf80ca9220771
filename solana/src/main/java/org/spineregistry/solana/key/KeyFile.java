package org.spineregistry.solana.key;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Arrays;
import java.util.Set;

/**
 * A key pair in a file, in the form of the Solana command line: a JSON array of 64 numbers, the
 * seed and then the public key. Only its owner may read it (mode 600).
 */
public final class KeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private KeyFile() {}

  /**
   * @throws KeyFileException if the file is missing, has another mode than 600, or does not hold a
   *     key pair
   */
  public static KeyPair load(Path file) {
    checkMode(file);
    byte[] bytes = numbers(file, read(file));
    try {
      return KeyPair.of(bytes);
    } catch (IllegalArgumentException e) {
      throw new KeyFileException(file, e.getMessage());
    } finally {
      Arrays.fill(bytes, (byte) 0);
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
      ByteBuffer text = StandardCharsets.US_ASCII.encode(toJson(pair.bytes()));
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

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) { // its text may quote the key, so it is not passed on
      throw new KeyFileException(file, "is not a JSON array of 64 numbers");
    }
  }

  private static byte[] numbers(Path file, JsonNode array) {
    byte[] bytes = new byte[array.size()];
    boolean good = array.isArray();
    for (int i = 0; good && i < bytes.length; i++) {
      JsonNode number = array.get(i);
      good = number.isInt() && number.intValue() >= 0 && number.intValue() <= 255;
      bytes[i] = (byte) number.intValue();
    }
    if (!good) {
      throw new KeyFileException(file, "is not a JSON array of 64 numbers from 0 to 255");
    }
    return bytes;
  }

  private static String toJson(byte[] bytes) {
    StringBuilder json = new StringBuilder("[");
    for (byte b : bytes) {
      json.append(json.length() > 1 ? "," : "").append(b & 0xff);
    }
    return json.append("]\n").toString();
  }
}
