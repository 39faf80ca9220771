package org.spineregistry.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.UserProblem;

class SummaryTest {
  @TempDir private Path folder;

  @Test
  void theJsonHasTheShapeThatProgramsReadFrom() throws IOException {
    Path file = folder.resolve("s.json");
    SummaryJson.write(file, Example.summary());
    JsonNode s = new ObjectMapper().readTree(file.toFile());
    assertThat(s.get("campaign").asText()).isEqualTo("periodontal");
    assertThat(s.get("submitted").asInt()).isEqualTo(823);
    assertThat(s.get("accepted").asInt()).isEqualTo(822);
    assertThat(s.get("rejected").asInt()).isEqualTo(1);
    JsonNode cycle = s.at("/cycles/0");
    assertThat(cycle.get("cycleId").asText()).isEqualTo("c1");
    assertThat(cycle.get("threshold").asInt()).isEqualTo(125);
    assertThat(cycle.get("verdict").asText()).isEqualTo("CERTIFIED");
    assertThat(cycle.at("/gates/0").toString())
        .isEqualTo(
            "{\"id\":\"fidelity-ks\",\"value\":0.24413,\"bound\":0.05,\"verdict\":\"PASS\"}");
    assertThat(cycle.at("/datasets/0/sha256").asText()).isEqualTo("d1");
    assertThat(cycle.at("/datasets/0/rows").asInt()).isEqualTo(100);
    assertThat(cycle.at("/datasets/0/path").asText()).endsWith("/store/synthetic-100.csv");
    assertThat(cycle.get("certificate").asText()).endsWith("/store/certificate.json");
    assertThat(cycle.get("anchor").toString())
        .isEqualTo("{\"signature\":\"5sig\",\"slot\":77,\"memo\":\"spine1:d:ab\"}");
    assertThat(s.get("payouts").toString())
        .isEqualTo("{\"count\":3,\"totalBaseUnits\":\"12345678901\"}");
    assertThat(s.get("thresholdsNotReached").toString()).isEqualTo("[900]");
    assertThat(s.get("thresholdsPassedBefore").toString()).isEqualTo("[60]");
    assertThat(s.get("rpcUrl").asText()).isEqualTo("http://127.0.0.1:20005");
    assertThat(folder)
        .isDirectoryContaining("regex:.*s\\.json")
        .isDirectoryNotContaining("glob:**/*.part");
  }

  @Test
  void aRefusedCycleHasNoFilesAndSaysWhichGate() {
    JsonNode refused = SummaryJson.tree(Example.summary()).at("/cycles/1");
    assertThat(refused.get("anchor").isNull()).isTrue();
    assertThat(refused.get("certificate").isNull()).isTrue();
    assertThat(refused.get("datasets")).isEmpty();
    assertThat(refused.at("/reasons/0").asText()).isEqualTo("fidelity-ks is FAIL: KS");
    List<String> lines = SummaryText.lines(Example.summary());
    int at = lines.indexOf("Cycle c2, threshold 125, 125 cases: REFUSED: fidelity-ks");
    assertThat(lines.subList(at, lines.size())).noneMatch(line -> line.contains(".csv"));
    assertThat(lines)
        .contains(
            "Cycle c2, threshold 125, 125 cases: REFUSED: fidelity-ks",
            "  why      fidelity-ks is FAIL: KS",
            "  dataset  none: only a certified one is written",
            "  anchor   none: only a certified cycle is anchored");
  }

  @Test
  void theTextHasGateTableFilesAnchorPayoutsAndTheCommand() {
    List<String> lines = SummaryText.lines(Example.summary());
    assertThat(lines)
        .contains(
            "Cycle c1, threshold 125, 125 cases: CERTIFIED, anchored, paid",
            "  fidelity-ks                            0.2441  > 0.05000      PASS",
            "  privacy-mia                                 -  none           REPORTED",
            "  anchor   5sig in slot 77",
            "  memo     spine1:d:ab",
            "  proved   all checks hold for 1 datasets",
            "Threshold  900 was not reached",
            "Threshold  60 was passed under an earlier policy: no cycle of its own",
            "Payouts    3, together 12.345678901 SPINE");
    assertThat(lines)
        .anyMatch(
            line ->
                line.contains("bin/spine verify /store/synthetic-100.csv --certificate")
                    && line.endsWith(
                        "--rpc http://127.0.0.1:20005 --trust '/data dir/trust.json'"));
  }

  @Test
  void aRunIsCompleteWhenEveryCycleWasRunAndProvesItself() {
    RunSummary good = Example.summary();
    assertThat(good.complete()).isTrue();
    assertThat(with(good, List.of(), new Proof(1, List.of())).complete()).isFalse();
    assertThat(with(good, good.cycles(), new Proof(1, List.of("anchor: gone"))).complete())
        .isFalse();
    assertThat(SummaryText.lines(with(good, good.cycles(), new Proof(1, List.of("anchor: gone")))))
        .contains("  FAIL     anchor: gone");
  }

  @Test
  void aFileThatCannotBeWrittenIsASentence() {
    assertThatThrownBy(() -> SummaryJson.write(folder.resolve("no/s.json"), Example.summary()))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("--summary");
  }

  private static RunSummary with(
      RunSummary run, List<org.spineregistry.localstack.api.Cycle> cycles, Proof proof) {
    return new RunSummary(
        run.campaignId(),
        run.simulated(),
        run.submission(),
        run.thresholds(),
        run.size(),
        cycles,
        java.util.Map.of("c1", proof),
        run.stack());
  }
}
