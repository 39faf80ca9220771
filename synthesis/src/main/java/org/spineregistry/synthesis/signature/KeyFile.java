package org.spineregistry.synthesis.signature;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * Secrets in files that only their owner may read: an Ed25519 key as PEM (PKCS#8, as {@code openssl
 * genpkey -algorithm ed25519} writes it), or 32 bytes as hexadecimal digits.
 */
public final class KeyFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** PKCS#8 wrapping of a 32-byte Ed25519 seed (RFC 8410, section 7). */
  private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

  /** Wrapping of a 32-byte Ed25519 public key (RFC 8410, section 4). */
  private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final String BEGIN_PUBLIC = "-----BEGIN PUBLIC KEY-----";
  private static final String END_PUBLIC = "-----END PUBLIC KEY-----";
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final String NO_PRIVATE_KEY = "is no PEM private key";
  private static final String NO_PUBLIC_KEY = "is no PEM public key";
  private static final int SECRET_BYTES = 32;
  private static final int MOST_BYTES = 10_000;

  private KeyFile() {}

  /**
   * @throws KeyFileException when the file is missing, readable by others, or holds no such key
   */
  public static SigningKey signingKey(Path file) throws IOException {
    String text = secret(file).strip();
    if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
      throw new KeyFileException(file, NO_PRIVATE_KEY);
    }
    byte[] der =
        base64(file, text.substring(BEGIN.length(), text.length() - END.length()), NO_PRIVATE_KEY);
    if (der.length != PKCS8.length + SECRET_BYTES
        || !Arrays.equals(PKCS8, Arrays.copyOf(der, PKCS8.length))) {
      throw new KeyFileException(file, "is no Ed25519 key in PKCS#8");
    }
    return new SigningKey(Arrays.copyOfRange(der, PKCS8.length, der.length));
  }

  /**
   * A public key as PEM, as {@code openssl pkey -pubout} writes it. It is no secret, so that
   * anybody may read the file.
   *
   * @throws KeyFileException when the file holds no such key
   */
  public static PublicKey publicKey(Path file) throws IOException {
    String text = read(file).strip();
    if (!text.startsWith(BEGIN_PUBLIC) || !text.endsWith(END_PUBLIC)) {
      throw new KeyFileException(file, NO_PUBLIC_KEY);
    }
    byte[] der =
        base64(
            file,
            text.substring(BEGIN_PUBLIC.length(), text.length() - END_PUBLIC.length()),
            NO_PUBLIC_KEY);
    try {
      if (Arrays.equals(SPKI, Arrays.copyOf(der, SPKI.length))) {
        return new PublicKey(Arrays.copyOfRange(der, SPKI.length, der.length));
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new KeyFileException(file, "is no Ed25519 public key");
  }

  /** 32 secret bytes, written as 64 hexadecimal digits. */
  public static byte[] secretBytes(Path file) throws IOException {
    String text = secret(file).strip();
    if (!text.matches("[0-9a-fA-F]{64}")) {
      throw new KeyFileException(file, "does not hold 64 hexadecimal digits");
    }
    return HexFormat.of().parseHex(text);
  }

  /** Writes a new file with mode 600; an existing one is never overwritten. */
  public static void write(Path file, SigningKey key) throws IOException {
    byte[] der = Arrays.copyOf(PKCS8, PKCS8.length + SECRET_BYTES);
    System.arraycopy(key.seed(), 0, der, PKCS8.length, SECRET_BYTES);
    create(file, BEGIN + "\n" + Base64.getEncoder().encodeToString(der) + "\n" + END + "\n");
  }

  /** Writes 32 secret bytes as {@link #secretBytes} reads them, with mode 600. */
  public static void write(Path file, byte[] secret) throws IOException {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException("a secret has 32 bytes");
    }
    create(file, HexFormat.of().formatHex(secret) + "\n");
  }

  private static void create(Path file, String text) throws IOException {
    try {
      if (isPosix(file)) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      throw new KeyFileException(file, "exists already");
    } catch (NoSuchFileException e) {
      throw new KeyFileException(file, "is in a folder that does not exist");
    }
    Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
  }

  private static String secret(Path file) throws IOException {
    try {
      if (isPosix(file)
          && Files.getPosixFilePermissions(file).stream()
              .anyMatch(permission -> !permission.name().startsWith("OWNER"))) {
        throw new KeyFileException(file, "may be read or written by others; chmod 600 it");
      }
    } catch (NoSuchFileException e) {
      throw new KeyFileException(file, "does not exist");
    }
    return read(file);
  }

  private static String read(Path file) throws IOException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new KeyFileException(file, "is too large for a key");
      }
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (NoSuchFileException e) {
      throw new KeyFileException(file, "does not exist");
    } catch (AccessDeniedException e) {
      throw new KeyFileException(file, "may not be read by this process");
    } catch (CharacterCodingException e) {
      throw new KeyFileException(file, "is no text of ASCII characters");
    }
  }

  /** Elsewhere the platform's own access rules have to protect the file. */
  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static byte[] base64(Path file, String text, String rule) throws KeyFileException {
    try {
      return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new KeyFileException(file, rule);
    }
  }
}
