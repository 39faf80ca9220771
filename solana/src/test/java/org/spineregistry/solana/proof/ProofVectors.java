package org.spineregistry.solana.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.anchor.WireMessage;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.proof.ProofFinding.Step;

/**
 * The vectors in docs/verify/vectors.json: bundles, whom to trust, and which steps fail. Any
 * verifier of the format must agree on every one.
 */
final class ProofVectors {
  static final ObjectMapper JSON = new ObjectMapper();

  private final ArrayNode vectors = JSON.createArrayNode();

  private ProofVectors() {}

  static ArrayNode all() {
    ProofVectors made = new ProofVectors();
    made.holding();
    made.failing();
    made.signedButNoAnchors();
    made.untrusted();
    made.malformed();
    MarkerVectors.addTo(made);
    return made.vectors;
  }

  private void holding() {
    add("a dataset by a transaction of its own", SampleProofs.dataset(), none());
    add("a dataset alone in a batch", SampleProofs.datasetInBatch(0, 1), none());
    add("a dataset last in a batch of three", SampleProofs.datasetInBatch(2, 3), none());
    add("a contribution in a batch of 1000", SampleProofs.contribution(617, 1000), none());
    add("a review in a batch of 1000", SampleProofs.review(41, 1000), none());
    add("a contribution lifted twice", SampleProofs.contribution(4, 5), none());
    add(
        "evidence that this version does not know",
        SampleProofs.dataset(),
        bundle ->
            anchors(bundle)
                .addObject()
                .put("type", "opentimestamps")
                .put("state", "pending")
                .put("ots", "AA=="));
  }

  private void failing() {
    String other = SampleProofs.sha256("abd");
    add(
        "another digest",
        SampleProofs.dataset(),
        bundle -> subject(bundle).put("sha256", other),
        Step.MEMO);
    add(
        "another memo in the bundle than in the transaction",
        SampleProofs.dataset(),
        bundle -> chain(bundle).put("memo", "spine1:d:" + other),
        Step.MEMO);
    add(
        "a hash of the path changed",
        SampleProofs.contribution(617, 1000),
        bundle -> ((ArrayNode) batch(bundle).get("path")).set(3, other),
        Step.INCLUSION);
    add(
        "another place in the batch",
        SampleProofs.contribution(616, 1000),
        bundle -> batch(bundle).put("index", 617),
        Step.INCLUSION);
    add(
        "another root",
        SampleProofs.contribution(617, 1000),
        bundle -> batch(bundle).put("root", other),
        Step.INCLUSION,
        Step.MEMO);
    add(
        "another size than the memo says",
        SampleProofs.contribution(617, 1000),
        bundle -> batch(bundle).put("size", 1001),
        Step.MEMO);
    add(
        "another receipt",
        SampleProofs.contribution(617, 1000),
        bundle ->
            subject(bundle)
                .put("receipt", SampleProofs.RECEIPT.replace("revision: 1", "revision: 2")),
        Step.RECEIPT);
    add(
        "a bit of the signature changed",
        SampleProofs.dataset(),
        bundle -> transaction(bundle, change(transaction(bundle), 10)),
        Step.TRANSACTION);
    add(
        "a bit of the memo changed",
        SampleProofs.dataset(),
        bundle -> transaction(bundle, change(transaction(bundle), 294)),
        Step.TRANSACTION);
    add(
        "a byte more",
        SampleProofs.dataset(),
        bundle -> transaction(bundle, java.util.Arrays.copyOf(transaction(bundle), 296)),
        Step.TRANSACTION);
    add(
        "the signature of another transaction",
        SampleProofs.dataset(),
        bundle ->
            chain(bundle).put("signature", SampleProofs.datasetInBatch(0, 1).chain().signature()),
        Step.TRANSACTION);
  }

  private void signedButNoAnchors() {
    String memo = new Memo.Dataset(SampleProofs.CERTIFICATE).text();
    KeyPair publisher = SampleProofs.PUBLISHER;
    signed(
        "the memo program that checks no signer",
        new WireMessage()
            .key(publisher.address().bytes())
            .key(WireMessage.COMPUTE_BUDGET)
            .key(WireMessage.MEMO_V1)
            .memo(memo, 0));
    signed("a memo that names no signer", WireMessage.by(publisher).memo(memo));
    signed("two memos", WireMessage.by(publisher).memo(memo, 0).memo(memo, 0));
    signed("no memo", WireMessage.by(publisher).unitLimit(1));
    signed("a memo with a line feed behind it", WireMessage.by(publisher).memo(memo + "\n", 0));
    signed(
        "an instruction of another program",
        WireMessage.by(publisher)
            .key(WireMessage.SYSTEM)
            .memo(memo, 0)
            .instruction(3, new int[0], new byte[4]));
  }

  private void untrusted() {
    add(
        "somebody else's key",
        SampleProofs.dataset(SampleProofs.STRANGER, new Memo.Dataset(SampleProofs.CERTIFICATE)),
        none(),
        Step.PUBLISHER);
    add(
        "a bundle that names another publisher than signed",
        SampleProofs.dataset(SampleProofs.STRANGER, new Memo.Dataset(SampleProofs.CERTIFICATE)),
        bundle -> chain(bundle).put("publisher", SampleProofs.PUBLISHER.address().base58()),
        Step.PUBLISHER);
    add(
        "another cluster",
        SampleProofs.dataset(),
        bundle -> chain(bundle).put("genesisHash", SampleProofs.OTHER_GENESIS),
        Step.PUBLISHER);
    add(
        "another key id",
        SampleProofs.dataset(),
        bundle -> chain(bundle).put("keyId", SampleProofs.sha256("another")),
        Step.PUBLISHER);
    term("a key in its last slot", 0, SampleProofs.SLOT);
    term("a key after its last slot", 0, SampleProofs.SLOT - 1, Step.PUBLISHER);
    term("a key before its first slot", SampleProofs.SLOT + 1, null, Step.PUBLISHER);
  }

  private void malformed() {
    ProofBundle contribution = SampleProofs.contribution(617, 1000);
    refused("another format", contribution, bundle -> bundle.put("format", "spine-proof/2"));
    refused("an unknown field", contribution, bundle -> bundle.put("revoked", true));
    refused(
        "a path that is too long",
        contribution,
        bundle -> ((ArrayNode) batch(bundle).get("path")).add("00".repeat(32)));
    refused(
        "a path that is too short",
        contribution,
        bundle -> ((ArrayNode) batch(bundle).get("path")).remove(0));
    refused("an index beyond the size", contribution, bundle -> batch(bundle).put("index", 1000));
    refused("a negative index", contribution, bundle -> batch(bundle).put("index", -1));
    refused(
        "a leaf of another kind",
        contribution,
        bundle -> batch(bundle).put("leaf", "spine1:l:d:" + SampleProofs.sha256("x")));
    refused("a contribution without a batch", contribution, bundle -> bundle.remove("batch"));
    refused(
        "a contribution without a receipt",
        contribution,
        bundle -> subject(bundle).remove("receipt"));
    refused("no transaction", contribution, bundle -> anchors(bundle).removeAll());
    refused(
        "two transactions", contribution, bundle -> anchors(bundle).add(chain(bundle).deepCopy()));
    refused(
        "digits in upper case",
        contribution,
        bundle -> subject(bundle).put("sha256", SampleProofs.CERTIFICATE.toUpperCase(Locale.ROOT)));
    refused(
        "a publisher of 31 bytes",
        contribution,
        bundle -> chain(bundle).put("publisher", Base58Text.encode(new byte[31])));
  }

  void signed(String name, WireMessage message) {
    byte[] bytes = message.signedBy(SampleProofs.PUBLISHER);
    add(
        name,
        SampleProofs.dataset(),
        bundle -> {
          transaction(bundle, bytes);
          chain(bundle)
              .put("signature", Base58Text.encode(java.util.Arrays.copyOfRange(bytes, 1, 65)));
        },
        Step.TRANSACTION);
  }

  private void term(String name, long fromSlot, Long toSlot, Step... fails) {
    add(name, SampleProofs.dataset(), none(), fails);
    ObjectNode publisher = (ObjectNode) vectors.get(vectors.size() - 1).get("publishers").get(0);
    publisher.put("fromSlot", fromSlot);
    if (toSlot != null) {
      publisher.put("toSlot", toSlot);
    }
  }

  void refused(String name, ProofBundle bundle, Consumer<ObjectNode> change) {
    ObjectNode vector = vector(name, bundle, change);
    vector.put("malformed", true);
  }

  void add(String name, ProofBundle bundle, Consumer<ObjectNode> change, Step... fails) {
    ObjectNode vector = vector(name, bundle, change);
    ArrayNode steps = vector.putArray("fails");
    List.of(fails).forEach(step -> steps.add(step.name().toLowerCase(Locale.ROOT)));
  }

  private ObjectNode vector(String name, ProofBundle bundle, Consumer<ObjectNode> change) {
    ObjectNode vector = vectors.addObject().put("name", name);
    vector
        .putArray("publishers")
        .addObject()
        .put("publicKey", SampleProofs.PUBLISHER.address().base58())
        .put("genesisHash", SampleProofs.GENESIS);
    try {
      ObjectNode tree = (ObjectNode) JSON.readTree(ProofWriter.write(bundle));
      change.accept(tree);
      vector.set("bundle", tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vector;
  }

  static Consumer<ObjectNode> none() {
    return bundle -> {};
  }

  static ObjectNode subject(ObjectNode bundle) {
    return (ObjectNode) bundle.get("subject");
  }

  private static ObjectNode batch(ObjectNode bundle) {
    return (ObjectNode) bundle.get("batch");
  }

  private static ArrayNode anchors(ObjectNode bundle) {
    return (ArrayNode) bundle.get("anchors");
  }

  static ObjectNode chain(ObjectNode bundle) {
    JsonNode chain = anchors(bundle).get(0);
    return (ObjectNode) chain;
  }

  private static byte[] transaction(ObjectNode bundle) {
    return Base64.getDecoder().decode(chain(bundle).get("transaction").textValue());
  }

  private static void transaction(ObjectNode bundle, byte[] bytes) {
    chain(bundle).put("transaction", Base64.getEncoder().encodeToString(bytes));
  }

  private static byte[] change(byte[] bytes, int at) {
    bytes[at] ^= 1;
    return bytes;
  }
}
