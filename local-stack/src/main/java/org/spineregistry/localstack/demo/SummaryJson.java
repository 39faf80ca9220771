package org.spineregistry.localstack.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.localstack.stack.Service;

/**
 * The summary for programs. Amounts are decimal strings of base units; what does not exist is null.
 */
final class SummaryJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SummaryJson() {}

  /**
   * @throws UserProblem when the file cannot be written
   */
  static void write(Path file, RunSummary summary) {
    try {
      Path part = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".part");
      Files.write(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree(summary)));
      // whoever waits for the file finds it whole
      Files.move(part, file.toAbsolutePath(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw UserProblem.input("--summary: " + file + " cannot be written");
    }
  }

  static ObjectNode tree(RunSummary summary) {
    ObjectNode tree = JSON.createObjectNode();
    tree.put("campaign", summary.campaignId());
    tree.put("simulated", summary.simulated());
    tree.put("submitted", summary.submission().submitted());
    tree.put("accepted", summary.submission().accepted());
    tree.put("rejected", summary.submission().rejected());
    tree.put("queried", summary.submission().queried());
    tree.put("duplicates", summary.submission().duplicates());
    ArrayNode cycles = tree.putArray("cycles");
    summary.cycles().forEach(cycle -> cycles.add(cycle(cycle)));
    summary.notReached().forEach(tree.putArray("thresholdsNotReached")::add);
    summary.passedBefore().forEach(tree.putArray("thresholdsPassedBefore")::add);
    tree.putObject("payouts")
        .put("count", summary.payouts())
        .put("totalBaseUnits", summary.granted().toString());
    tree.put("rpcUrl", summary.stack().rpcUrl());
    tree.put("trust", summary.stack().data().trust().toString());
    tree.put("dataDir", summary.stack().data().root().toString());
    tree.put("intakeUrl", summary.url(Service.INGESTOR));
    tree.put("certificationUrl", summary.url(Service.CERTIFICATION));
    return tree;
  }

  private static ObjectNode cycle(Cycle cycle) {
    ObjectNode node = JSON.createObjectNode();
    node.put("cycleId", cycle.cycleId());
    node.put("threshold", cycle.threshold());
    node.put("cases", cycle.cases());
    node.put("state", cycle.state());
    node.put("verdict", cycle.verdict());
    cycle.reasons().forEach(node.putArray("reasons")::add);
    ArrayNode gates = node.putArray("gates");
    cycle.gates().forEach(gate -> gates.add(gate(gate)));
    ArrayNode datasets = node.putArray("datasets");
    cycle.datasets().forEach(dataset -> datasets.add(dataset(dataset)));
    node.put(
        "certificate",
        cycle.certificate() == null ? null : VerifyLine.path(cycle.certificate()).toString());
    cycle
        .documents()
        .forEach(
            file ->
                node.withObject("/documents").put(file.name(), VerifyLine.path(file).toString()));
    node.set("anchor", anchor(cycle.anchor()));
    return node;
  }

  private static ObjectNode gate(Cycle.Gate gate) {
    return JSON.createObjectNode()
        .put("id", gate.id())
        .put("value", gate.value())
        .put("bound", gate.bound())
        .put("verdict", gate.verdict());
  }

  private static ObjectNode dataset(Cycle.File dataset) {
    return JSON.createObjectNode()
        .put("path", VerifyLine.path(dataset).toString())
        .put("sha256", dataset.sha256())
        .put("rows", dataset.rows());
  }

  private static ObjectNode anchor(Cycle.Anchor anchor) {
    return anchor == null
        ? null
        : JSON.createObjectNode()
            .put("signature", anchor.signature())
            .put("slot", anchor.slot())
            .put("memo", anchor.memo());
  }
}
