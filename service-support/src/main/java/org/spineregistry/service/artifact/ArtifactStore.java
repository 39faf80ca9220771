package org.spineregistry.service.artifact;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.spineregistry.event.ArtifactReference;

/**
 * Files by the SHA-256 of their bytes: {@code <dir>/sha256/<first two digits>/<digest>/<name>}. The
 * same bytes have the same place, so writing them again is harmless, and a reader can tell a
 * changed file.
 */
@Singleton
public final class ArtifactStore {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final Path dir;

  public ArtifactStore(ArtifactSettings settings) {
    this(Path.of(settings.dir()));
  }

  ArtifactStore(Path dir) {
    this.dir = dir.toAbsolutePath().normalize();
  }

  /**
   * Writes a file so that it is either whole and on disk, or not there.
   *
   * @param name file name for people; it is part of the place, not of the identity
   * @param rows data rows, or null when the file is no table
   */
  public ArtifactReference put(String name, byte[] bytes, Long rows) throws IOException {
    String digest = Sha256.hex(bytes);
    Path file = place(digest, name);
    if (!holds(file, bytes)) {
      Files.createDirectories(file.getParent());
      Path part = Files.createTempFile(file.getParent(), ".", ".part");
      writeThrough(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return ArtifactReference.newBuilder()
        .setName(name)
        .setUri(file.toUri().toString())
        .setSha256(digest)
        .setBytes(bytes.length)
        .setRows(rows)
        .build();
  }

  /**
   * Reads a file and compares its digest.
   *
   * @throws IllegalArgumentException when the reference is malformed, so that it names no place in
   *     the store
   * @throws DamagedArtifact when the file holds other bytes than its reference says
   * @throws IOException when the file is not there or cannot be read
   */
  public byte[] get(ArtifactReference reference) throws IOException {
    byte[] bytes = Files.readAllBytes(place(reference.getSha256(), reference.getName()));
    if (!Sha256.hex(bytes).equals(reference.getSha256())) {
      throw new DamagedArtifact(reference.getSha256());
    }
    return bytes;
  }

  /**
   * Whether a reference names a place in the store, be there a file or not. One that does not can
   * never be read.
   */
  public static boolean isWellFormed(ArtifactReference reference) {
    return NAME.matcher(reference.getName()).matches()
        && DIGEST.matcher(reference.getSha256()).matches();
  }

  private Path place(String digest, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("artifact name: letters, digits, dot, dash, underscore");
    }
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("artifact digest: 64 hexadecimal digits");
    }
    return dir.resolve("sha256").resolve(digest.substring(0, 2)).resolve(digest).resolve(name);
  }

  private static boolean holds(Path file, byte[] bytes) throws IOException {
    return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static void writeThrough(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** A file whose bytes are not those that were certified. */
  public static final class DamagedArtifact extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedArtifact(String digest) {
      super("artifact " + digest + " holds other bytes than its digest says");
    }
  }
}
