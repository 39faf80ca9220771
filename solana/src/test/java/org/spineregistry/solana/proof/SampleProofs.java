package org.spineregistry.solana.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.merkle.Leaf;
import org.spineregistry.solana.merkle.MerkleTree;
import org.spineregistry.solana.merkle.ReviewReceipt;
import org.spineregistry.solana.proof.ProofBundle.Batch;
import org.spineregistry.solana.proof.ProofBundle.Chain;
import org.spineregistry.solana.proof.ProofBundle.Observation;
import org.spineregistry.solana.proof.ProofBundle.State;
import org.spineregistry.solana.proof.ProofBundle.Subject;

/** Bundles that hold, made from fixed keys: the same bytes every time. */
final class SampleProofs {
  /** RFC 8032, TEST 1: never to be used for anything else. */
  static final KeyPair PUBLISHER =
      KeyPair.of(
          HexFormat.of()
              .parseHex(
                  "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
                      + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));

  /** RFC 8032, TEST 2. */
  static final KeyPair STRANGER =
      KeyPair.of(
          HexFormat.of()
              .parseHex(
                  "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
                      + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));

  static final String GENESIS = Base58Text.encode(bytes(0x47));
  static final String OTHER_GENESIS = Base58Text.encode(bytes(0x48));
  static final long SLOT = 1_234_567;

  /** Of {@code abc}, FIPS 180-4. */
  static final String CERTIFICATE = sha256("abc");

  static final String RECEIPT =
      "spine contribution receipt v1\n"
          + "campaign: sacroiliac-fusion\n"
          + "case: 00000000-0000-4000-8000-000000000001\n"
          + "revision: 1\n"
          + "record: sha256:"
          + "ab".repeat(32)
          + "\nsalt: "
          + "cd".repeat(32);

  static final String REVIEW_RECEIPT =
      new ReviewReceipt(
              "sacroiliac-fusion",
              "00000000-0000-4000-8000-00000000000a",
              "ab".repeat(32),
              "cd".repeat(32))
          .text();

  private static final OptionalLong RENT = OptionalLong.of(897_840);

  private SampleProofs() {}

  static PublisherKeys trusted() {
    return new PublisherKeys(
        List.of(new PublisherKeys.Term(PUBLISHER.address(), GENESIS, 0, null)));
  }

  static ProofBundle dataset() {
    return dataset(PUBLISHER, new Memo.Dataset(CERTIFICATE));
  }

  static ProofBundle dataset(KeyPair publisher, Memo memo) {
    return dataset(publisher, memo, OptionalLong.empty());
  }

  /** The certificate by a transaction that makes a marker. */
  static ProofBundle markedDataset() {
    return dataset(PUBLISHER, new Memo.Dataset(CERTIFICATE), RENT);
  }

  private static ProofBundle dataset(KeyPair publisher, Memo memo, OptionalLong rent) {
    return new ProofBundle(
        new Subject(Leaf.Kind.DATASET, CERTIFICATE, Optional.empty()),
        Optional.empty(),
        List.of(chain(publisher, memo, rent)));
  }

  /** The certificate among others in a batch. */
  static ProofBundle datasetInBatch(int index, int size) {
    Subject subject = new Subject(Leaf.Kind.DATASET, CERTIFICATE, Optional.empty());
    return inBatch(subject, index, size, OptionalLong.empty());
  }

  static ProofBundle contribution(int index, int size) {
    return inBatch(receipt(), index, size, OptionalLong.empty());
  }

  static ProofBundle review(int index, int size) {
    Subject subject =
        new Subject(Leaf.Kind.REVIEW, sha256(REVIEW_RECEIPT), Optional.of(REVIEW_RECEIPT));
    return inBatch(subject, index, size, OptionalLong.empty());
  }

  /** A contribution whose batch left a marker. */
  static ProofBundle markedContribution(int index, int size) {
    return inBatch(receipt(), index, size, RENT);
  }

  private static Subject receipt() {
    return new Subject(Leaf.Kind.CONTRIBUTION, sha256(RECEIPT), Optional.of(RECEIPT));
  }

  private static ProofBundle inBatch(Subject subject, int index, int size, OptionalLong rent) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Leaf other = new Leaf(Leaf.Kind.CONTRIBUTION, sha256(Integer.toString(i)));
      entries.add((i == index ? subject.leaf() : other).entry());
    }
    MerkleTree tree = MerkleTree.of(entries);
    String root = HexFormat.of().formatHex(tree.root());
    return new ProofBundle(
        subject,
        Optional.of(new Batch(root, tree.path(index))),
        List.of(chain(PUBLISHER, new Memo.Batch(root, size), rent)));
  }

  private static Chain chain(KeyPair publisher, Memo memo, OptionalLong rent) {
    AnchorTransaction transaction =
        new AnchorTransactionBuilder(publisher)
            .build(memo, Base58Text.encode(bytes(0x62)), new ComputeBudget(60_000, 1_000), rent);
    return new Chain(
        State.FINAL,
        GENESIS,
        publisher.address().base58(),
        sha256(publisher.address().bytes()),
        memo.text(),
        transaction.bytes(),
        transaction.signature(),
        transaction.marker().map(marker -> marker.address().base58()).orElse(null),
        SLOT,
        Instant.parse("2026-11-29T12:00:00Z"),
        List.of(new Observation("first", SLOT, Instant.parse("2026-11-29T12:00:05Z"))));
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(int value) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
