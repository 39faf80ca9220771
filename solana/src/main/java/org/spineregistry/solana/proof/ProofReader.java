package org.spineregistry.solana.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.Ed25519Verifier;
import org.spineregistry.solana.merkle.InclusionPath;
import org.spineregistry.solana.merkle.Leaf;
import org.spineregistry.solana.proof.ProofBundle.Anchor;
import org.spineregistry.solana.proof.ProofBundle.Batch;
import org.spineregistry.solana.proof.ProofBundle.Carried;
import org.spineregistry.solana.proof.ProofBundle.Chain;
import org.spineregistry.solana.proof.ProofBundle.Observation;
import org.spineregistry.solana.proof.ProofBundle.State;
import org.spineregistry.solana.proof.ProofBundle.Subject;

/** Reads a bundle strictly, and tells everything that is wrong with its form at once. */
public final class ProofReader {
  /** Far above any bundle: twenty hashes and one transaction. */
  private static final int MOST_BYTES = 1 << 20;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(20).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final List<String> problems = new ArrayList<>();

  private ProofReader() {}

  /**
   * @throws MalformedProofException unless the bytes are a bundle of this version
   */
  public static ProofBundle read(byte[] file) throws MalformedProofException {
    ProofReader reader = new ProofReader();
    ProofBundle bundle = reader.bundle(reader.tree(file));
    if (!reader.problems.isEmpty()) {
      throw new MalformedProofException(reader.problems);
    }
    return bundle;
  }

  private JsonNode tree(byte[] file) throws MalformedProofException {
    try {
      JsonNode tree = file.length > MOST_BYTES ? null : JSON.readTree(file);
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException e) {
      // the parser's message quotes the input
    }
    throw new MalformedProofException(List.of("the file must be a JSON object of at most 1 MiB"));
  }

  private ProofBundle bundle(JsonNode tree) {
    JsonFields fields = new JsonFields("", tree, problems);
    if (!ProofBundle.FORMAT.equals(fields.text("format"))) {
      problems.add("format must be " + ProofBundle.FORMAT);
    }
    Subject subject = subject(fields.object("subject"));
    Optional<Batch> batch =
        fields.has("batch") ? batch(fields.object("batch"), subject) : Optional.empty();
    if (batch.isEmpty() && subject.kind() != Leaf.Kind.DATASET) {
      problems.add("batch must be there: only a dataset has a transaction of its own");
    }
    List<Anchor> anchors = new ArrayList<>();
    for (JsonNode anchor : fields.list("anchors")) {
      anchors.add(anchor("anchors[" + anchors.size() + "]", anchor));
    }
    if (anchors.stream().filter(Chain.class::isInstance).count() != 1) {
      problems.add("anchors must have exactly one of type " + Chain.TYPE);
    }
    fields.nothingElse();
    return problems.isEmpty() ? new ProofBundle(subject, batch, anchors) : null;
  }

  private Subject subject(JsonFields fields) {
    Leaf.Kind kind =
        fields.parsed(
            "kind", text -> named(Leaf.Kind.class, text, "dataset, contribution or review"));
    String sha256 = fields.digest("sha256");
    Optional<String> receipt =
        fields.has("receipt") ? Optional.of(fields.text("receipt")) : Optional.empty();
    if (kind == Leaf.Kind.DATASET == receipt.isPresent()) {
      problems.add("subject.receipt must be there for a contribution or review, and only there");
    }
    fields.nothingElse();
    return new Subject(kind, sha256, receipt);
  }

  private Optional<Batch> batch(JsonFields fields, Subject subject) {
    String root = fields.digest("root");
    long size = fields.number("size");
    long index = fields.number("index");
    String leaf = fields.text("leaf");
    List<byte[]> path = new ArrayList<>();
    for (JsonNode hash : fields.list("path")) {
      String text = hash.isTextual() ? hash.textValue() : "";
      if (text.matches("[0-9a-f]{64}")) {
        path.add(HexFormat.of().parseHex(text));
      } else {
        problems.add(fields.name("path") + " must consist of 64 lower-case hexadecimal digits");
      }
    }
    fields.nothingElse();
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    if (!subject.leaf().text().equals(leaf)) {
      problems.add(fields.name("leaf") + " must be " + subject.leaf().text());
    }
    try {
      InclusionPath inclusion =
          new InclusionPath(Math.toIntExact(index), Math.toIntExact(size), path);
      return Optional.of(new Batch(root, inclusion));
    } catch (IllegalArgumentException e) {
      problems.add("batch." + e.getMessage());
    } catch (ArithmeticException e) {
      problems.add("batch.size and batch.index must be below 2^31");
    }
    return Optional.empty();
  }

  private Anchor anchor(String path, JsonNode node) {
    JsonFields fields = new JsonFields(path, node, problems);
    String type = fields.text("type");
    return Chain.TYPE.equals(type) ? chain(fields) : new Carried(type, node);
  }

  private Chain chain(JsonFields fields) {
    State state = fields.parsed("state", text -> named(State.class, text, "pending or final"));
    String genesisHash = fields.parsed("genesisHash", text -> address(text, Address.LENGTH));
    String publisher = fields.parsed("publisher", text -> address(text, Address.LENGTH));
    String keyId = fields.digest("keyId");
    String memo = fields.text("memo");
    byte[] transaction = fields.parsed("transaction", ProofReader::base64);
    String signature =
        fields.parsed("signature", text -> address(text, Ed25519Verifier.SIGNATURE_LENGTH));
    String marker =
        fields.has("marker")
            ? fields.parsed("marker", text -> address(text, Address.LENGTH))
            : null;
    Long slot = state == State.FINAL || fields.has("slot") ? fields.number("slot") : null;
    Instant blockTime = fields.has("blockTime") ? fields.instant("blockTime") : null;
    List<Observation> observations = new ArrayList<>();
    if (fields.has("observations")) {
      for (JsonNode node : fields.list("observations")) {
        observations.add(
            observation(fields.name("observations[" + observations.size() + "]"), node));
      }
    }
    fields.nothingElse();
    return problems.isEmpty()
        ? new Chain(
            state,
            genesisHash,
            publisher,
            keyId,
            memo,
            transaction,
            signature,
            marker,
            slot,
            blockTime,
            observations)
        : null;
  }

  private Observation observation(String path, JsonNode node) {
    JsonFields fields = new JsonFields(path, node, problems);
    Observation observation =
        new Observation(fields.text("endpoint"), fields.number("slot"), fields.instant("at"));
    fields.nothingElse();
    return observation;
  }

  /** The constant with this name in lower case. */
  private static <E extends Enum<E>> E named(Class<E> type, String text, String names) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(names);
  }

  private static String address(String text, int length) {
    try {
      Base58Text.decode("it", text, length);
      return text;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("base58 of " + length + " bytes", e);
    }
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("base64", e);
    }
  }
}
