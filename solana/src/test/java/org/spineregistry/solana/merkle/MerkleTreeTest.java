package org.spineregistry.solana.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors: the leaves of the certificate-transparency test tree, and leaves of our own format. */
class MerkleTreeTest {
  private static final HexFormat HEX = HexFormat.of();

  private static final List<byte[]> TRANSPARENCY =
      Stream.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .map(HEX::parseHex)
          .toList();

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void rootsOfTheTransparencyTree(int size, String root) {
    assertThat(HEX.formatHex(MerkleTree.of(TRANSPARENCY.subList(0, size)).root())).isEqualTo(root);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 03d523faa78b3a1bad7630fd35809c40ad9f0884f88af267266d057e57b27a86",
    "2, 6c677bfa6599450f8819738d1d0c91f49c4b04825d961dc0716989c182c1b0f0",
    "3, 0e58741b77090974663b68cf3a95e70dd84776863b279ec8a4ed4f71da45b19e"
  })
  void rootsOfLeavesOfOurFormat(int size, String root) {
    List<byte[]> entries =
        IntStream.range(0, size)
            .mapToObj(i -> new Leaf(Leaf.Kind.DATASET, sha256(Integer.toString(i))).entry())
            .toList();

    assertThat(entries).allSatisfy(entry -> assertThat(entry).hasSize(75));
    assertThat(HEX.formatHex(MerkleTree.of(entries).root())).isEqualTo(root);
  }

  @Test
  void pathOfLeafFiveInEight() {
    InclusionPath path = MerkleTree.of(TRANSPARENCY).path(5);

    assertThat(path.siblings().stream().map(HEX::formatHex))
        .containsExactly(
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
  }

  @Test
  void aLeafOutsideTheTreeHasNoPath() {
    MerkleTree tree = MerkleTree.of(TRANSPARENCY);

    assertThatThrownBy(() -> tree.path(8)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tree.path(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HEX.formatHex(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
