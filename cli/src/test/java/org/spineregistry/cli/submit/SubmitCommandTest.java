package org.spineregistry.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;

class SubmitCommandTest {
  private static final String SEED = "5a".repeat(32);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private FakeIntake intake;

  @BeforeEach
  void start() throws IOException {
    intake = new FakeIntake();
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  @Test
  void everyCaseIsSentInPartsAndCounted() throws IOException {
    SpineRun run = submit(simulated(250));
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "250 submitted: 250 accepted (0 of them with a question, 0 known before), 0 rejected\n");
    assertThat(intake.requests).extracting(List::size).containsExactly(100, 100, 50);
    JsonNode first = JSON.readTree(intake.requests.get(0).get(0));
    assertThat(first.at("/header/campaignId").asText()).isEqualTo("sacroiliac-fusion");
    assertThat(first.at("/procedure").asText()).isEqualTo("SIJF");
  }

  @Test
  void questionsAndDuplicatesCountAsAccepted() throws IOException {
    intake.next(
        lines ->
            new FakeIntake.Answer(
                200,
                FakeIntake.answer(1, "queried", "")
                    + "\n"
                    + FakeIntake.answer(2, "duplicate", "")
                    + "\n"
                    + FakeIntake.answer(3, "accepted", "")));
    assertThat(submit(simulated(3)).out())
        .contains("3 accepted (1 of them with a question, 1 known before), 0 rejected");
  }

  @Test
  void aRefusalIsShownWithRowFieldAndRule() throws IOException {
    String finding =
        "{\"code\":\"OUT_OF_RANGE\",\"level\":\"REJECT\",\"field\":\"bmi\","
            + "\"message\":\"From 12 to 70.\",\"hint\":\"swapped?\"}";
    intake.next(
        lines ->
            new FakeIntake.Answer(
                200,
                FakeIntake.answer(1, "accepted", "")
                    + "\n"
                    + FakeIntake.answer(2, "rejected", finding)));
    SpineRun run = submit(simulated(2));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("row 3: bmi: OUT_OF_RANGE, From 12 to 70. (swapped?)")
        .contains("1 accepted", "1 rejected");
  }

  @Test
  void rowsOfAWrongShapeAreRefusedHereAndTheOthersAreSent() throws IOException {
    Path file = simulated(2);
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("(?<=\n)([^,\n]*,){6}[^,]*,", "$0x"));
    SpineRun run = submit(file);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("row 2: sex: NOT_IN_LIST");
    assertThat(intake.requests.get(0)).hasSize(1);
  }

  @Test
  void casesWithoutAnAnswerAreSentAgainAndTheOthersAreNot() throws IOException {
    intake.next(
        lines ->
            new FakeIntake.Answer(
                200,
                FakeIntake.answer(1, "accepted", "") + "\n" + FakeIntake.answer(2, "unknown", "")));
    SpineRun run = submit(simulated(3));
    assertThat(run.code()).isZero();
    assertThat(intake.requests).hasSize(2);
    assertThat(intake.requests.get(1)).isEqualTo(intake.requests.get(0).subList(1, 3));
  }

  @Test
  void anIntakeThatIsNotReadyIsAskedAgain() throws IOException {
    intake.next(lines -> new FakeIntake.Answer(503, ""));
    assertThat(submit(simulated(1)).code()).isZero();
    assertThat(intake.requests).hasSize(2);
  }

  @Test
  void anIntakeThatIsRestartedInBetweenIsWaitedFor() throws IOException {
    intake.next(
        lines -> {
          intake.restartIn(Duration.ofMillis(1500));
          return FakeIntake.accepted(lines);
        });
    SpineRun run = submit(simulated(150));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("150 accepted");
  }

  @Test
  void aRefusedRequestIsNotRepeated() throws IOException {
    intake.usually(lines -> new FakeIntake.Answer(415, ""));
    SpineRun run = submit(simulated(1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("refused the request with status 415");
    assertThat(intake.requests).hasSize(1);
  }

  @Test
  void anotherProgramAtTheAddressIsNoIntake() throws IOException {
    intake.usually(lines -> new FakeIntake.Answer(200, "<html>"));
    assertThat(submit(simulated(1)).err()).contains("is no intake");
  }

  @Test
  void noIntakeAtAllIsASentence() throws IOException {
    String url = intake.url();
    intake.close();
    Path file = simulated(1);
    SpineRun run =
        SpineRun.of("submit", "--url", url, "--campaign", "sacroiliac-fusion", "--input", file);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("spine: there is no intake at " + url + "\n");
  }

  @Test
  void aFileWithoutIdsNeedsASeedAndGetsTheSameIdsAgain() throws IOException {
    Path file = withoutIds(simulated(5));
    assertThat(submit(file).err()).contains("no column caseId: give a --seed");
    assertThat(submit(file, "--seed", SEED).code()).isZero();
    assertThat(submit(file, "--seed", SEED).code()).isZero();
    assertThat(submit(file, "--seed", "5b".repeat(32)).code()).isZero();
    assertThat(intake.requests.get(1)).isEqualTo(intake.requests.get(0));
    assertThat(intake.requests.get(2)).isNotEqualTo(intake.requests.get(0));
    Set<String> ids = new HashSet<>();
    for (String line : intake.requests.get(0)) {
      ids.add(JSON.readTree(line).at("/header/caseId").asText());
    }
    assertThat(ids)
        .hasSize(5)
        .allMatch(id -> id.charAt(14) == '4' && "89ab".indexOf(id.charAt(19)) >= 0);
  }

  @Test
  void anUnknownCampaignNamesTheKnownOnes() throws IOException {
    SpineRun run =
        SpineRun.of("submit", "--url", intake.url(), "--campaign", "hip", "--input", simulated(1));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--campaign: one of [", "sacroiliac-fusion");
  }

  @Test
  void aMissingFileIsASentence() {
    SpineRun run = submit(SpineRun.nowhere(folder));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("there is no such file");
  }

  private SpineRun submit(Path file, Object... more) {
    Object[] args = {
      "submit", "--url", intake.url(), "--campaign", "sacroiliac-fusion", "--input", file
    };
    Object[] all = java.util.Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return SpineRun.of(all);
  }

  private Path simulated(int size) throws IOException {
    Path file = folder.resolve("cases.csv");
    SpineRun run = SpineRun.of("simulate", "--size", size, "--seed", SEED, "--output", file);
    assertThat(run.code()).isZero();
    return file;
  }

  private static Path withoutIds(Path file) throws IOException {
    List<String> lines =
        Files.readAllLines(file).stream().map(l -> l.substring(l.indexOf(',') + 1)).toList();
    Files.write(file, lines);
    return file;
  }
}
