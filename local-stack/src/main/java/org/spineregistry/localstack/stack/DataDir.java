package org.spineregistry.localstack.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.spineregistry.cli.UserProblem;

/**
 * Everything that a stack keeps: a second start on the same folder resumes. One stack at a time may
 * use it.
 *
 * @param root absolute path
 */
public record DataDir(Path root) {
  /** Kafka, the registry and a large cohort take less than half of it. */
  private static final long NEEDED_BYTES = 1L << 30;

  private static final long LEAST_BYTES = 32L << 20;

  public DataDir {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * @throws UserProblem when the folder cannot be made or written, or its disk is nearly full
   */
  public void prepare() {
    try {
      Files.createDirectories(logs());
      Files.createDirectories(
          keys(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.write(root.resolve("written"), new byte[] {'\n'});
      requireSpace(NEEDED_BYTES);
    } catch (IOException e) {
      throw UserProblem.input(
          "the data directory %s cannot be written (%s)"
              .formatted(root, e.getClass().getSimpleName()));
    }
  }

  /**
   * For when something failed: a full disk shows as anything but itself.
   *
   * @throws UserProblem when hardly any space is left
   */
  public void requireSpaceLeft() {
    requireSpace(LEAST_BYTES);
  }

  void requireSpace(long bytes) {
    long free;
    try {
      free = Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      throw UserProblem.input("the data directory " + root + " is gone");
    }
    if (free < bytes) {
      throw UserProblem.input(
          "the disk of %s has %,d MB left; %,d MB are needed"
              .formatted(root, free >> 20, bytes >> 20));
    }
  }

  /**
   * Keeps other stacks out until it is closed.
   *
   * @throws UserProblem when another stack uses the folder
   */
  public Lock lock() {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new Lock(channel);
      }
      channel.close();
    } catch (IOException | OverlappingFileLockException e) {
      closeQuietly(channel);
    }
    throw UserProblem.input("another stack runs on the data directory " + root);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("a lock file does not close", e);
    }
  }

  /** The right to use the folder. */
  public record Lock(FileChannel channel) implements AutoCloseable {
    @Override
    public void close() {
      closeQuietly(channel);
    }
  }

  public Path keys() {
    return root.resolve("keys");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name.replace(' ', '-') + ".log");
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  public Path registry() {
    return root.resolve("registry");
  }

  public Path solana() {
    return root.resolve("solana");
  }

  /** Content-addressed files: datasets, certificates. */
  public Path artifacts() {
    return root.resolve("artifacts");
  }

  Path state(Service service) {
    return root.resolve("state").resolve(service.title());
  }

  /** Whom a verifier of this stack's certificates trusts. */
  public Path trust() {
    return root.resolve("trust.json");
  }

  /** Proof bundle of a cycle's anchor. */
  public Path bundle(String cycleId) {
    return root.resolve("proofs").resolve(cycleId).resolve("anchor.json");
  }
}
