package org.spineregistry.service.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.event.ArtifactReference;

class ArtifactStoreTest {
  private static final byte[] BYTES = "abc".getBytes(StandardCharsets.US_ASCII);

  /** FIPS 180-2, appendix B.1. */
  private static final String DIGEST =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path dir;

  private ArtifactStore store() {
    return new ArtifactStore(dir);
  }

  @Test
  void aFileIsFoundByTheDigestOfItsBytes() throws IOException {
    ArtifactReference reference = store().put("synthetic-100.csv", BYTES, 100L);

    assertThat(reference.getSha256()).isEqualTo(DIGEST);
    assertThat(reference.getBytes()).isEqualTo(3);
    assertThat(Files.readAllBytes(Path.of(URI.create(reference.getUri())))).isEqualTo(BYTES);
    assertThat(store().get(reference)).isEqualTo(BYTES);
  }

  @Test
  void writingTheSameBytesAgainChangesNothing() throws IOException {
    ArtifactReference first = store().put("a.csv", BYTES, null);
    ArtifactReference second = store().put("a.csv", BYTES, null);

    assertThat(second).isEqualTo(first);
    try (Stream<Path> files = Files.walk(dir).filter(Files::isRegularFile)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aDamagedFileIsMendedByWritingItAgain() throws IOException {
    ArtifactReference reference = store().put("a.csv", BYTES, null);
    Files.writeString(Path.of(URI.create(reference.getUri())), "abd");
    assertThatThrownBy(() -> store().get(reference))
        .isInstanceOf(ArtifactStore.DamagedArtifact.class)
        .hasMessageContaining(DIGEST);

    store().put("a.csv", BYTES, null);

    assertThat(store().get(reference)).isEqualTo(BYTES);
  }

  @Test
  void aMissingFileIsAnErrorOfTheStore() {
    ArtifactReference reference = new ArtifactReference("a.csv", "file:///none", DIGEST, 3L, null);

    assertThatThrownBy(() -> store().get(reference)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aReferenceIsWellFormedWhenItCanBeRead() throws IOException {
    ArtifactReference good = store().put("a.csv", BYTES, null);

    assertThat(ArtifactStore.isWellFormed(good)).isTrue();
    for (String name : new String[] {"", "../a.csv", ".a", "a/b", "a\n"}) {
      ArtifactReference bad = new ArtifactReference(name, "", DIGEST, 3L, null);
      assertThat(ArtifactStore.isWellFormed(bad)).as(name).isFalse();
      assertThatThrownBy(() -> store().get(bad)).isInstanceOf(IllegalArgumentException.class);
    }
    for (String digest : new String[] {"", "ab", DIGEST.toUpperCase(Locale.ROOT)}) {
      ArtifactReference bad = new ArtifactReference("a.csv", "", digest, 3L, null);
      assertThat(ArtifactStore.isWellFormed(bad)).as(digest).isFalse();
      assertThatThrownBy(() -> store().get(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aNameCannotLeaveTheStore() {
    assertThatThrownBy(() -> store().put("../a.csv", BYTES, null))
        .isInstanceOf(IllegalArgumentException.class);
    ArtifactReference reference = new ArtifactReference("a.csv", "", "../../etc", 3L, null);
    assertThatThrownBy(() -> store().get(reference)).isInstanceOf(IllegalArgumentException.class);
  }
}
