package org.spineregistry.solana.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.spineregistry.solana.proof.ProofBundle.Anchor;
import org.spineregistry.solana.proof.ProofBundle.Batch;
import org.spineregistry.solana.proof.ProofBundle.Carried;
import org.spineregistry.solana.proof.ProofBundle.Chain;
import org.spineregistry.solana.proof.ProofBundle.Observation;

/** Writes bundles: the same bundle, the same bytes on every platform. */
public final class ProofWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProofWriter() {}

  /** UTF-8, indented for people, ended by LF. */
  public static byte[] write(ProofBundle bundle) {
    ObjectNode root = JSON.createObjectNode().put("format", ProofBundle.FORMAT);
    ObjectNode subject = root.putObject("subject");
    subject.put("kind", lower(bundle.subject().kind())).put("sha256", bundle.subject().sha256());
    bundle.subject().receipt().ifPresent(receipt -> subject.put("receipt", receipt));
    bundle.batch().ifPresent(batch -> write(root.putObject("batch"), batch, bundle));
    ArrayNode anchors = root.putArray("anchors");
    for (Anchor anchor : bundle.anchors()) {
      if (anchor instanceof Chain chain) {
        write(anchors.addObject(), chain);
      } else {
        anchors.add(((Carried) anchor).evidence());
      }
    }
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return (JSON.writer(printer).writeValueAsString(root) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a tree of texts and numbers
    }
  }

  private static void write(ObjectNode node, Batch batch, ProofBundle bundle) {
    node.put("root", batch.root())
        .put("size", batch.path().size())
        .put("index", batch.path().index())
        .put("leaf", bundle.subject().leaf().text());
    ArrayNode path = node.putArray("path");
    batch.path().siblings().forEach(hash -> path.add(HexFormat.of().formatHex(hash)));
  }

  private static void write(ObjectNode node, Chain chain) {
    node.put("type", Chain.TYPE)
        .put("state", lower(chain.state()))
        .put("genesisHash", chain.genesisHash())
        .put("publisher", chain.publisher())
        .put("keyId", chain.keyId())
        .put("memo", chain.memo())
        .put("transaction", Base64.getEncoder().encodeToString(chain.transaction()))
        .put("signature", chain.signature());
    if (chain.marker() != null) {
      node.put("marker", chain.marker());
    }
    if (chain.slot() != null) {
      node.put("slot", chain.slot());
    }
    if (chain.blockTime() != null) {
      node.put("blockTime", chain.blockTime().toString());
    }
    ArrayNode observations = node.putArray("observations");
    for (Observation observation : chain.observations()) {
      observations
          .addObject()
          .put("endpoint", observation.endpoint())
          .put("slot", observation.slot())
          .put("at", observation.at().toString());
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
