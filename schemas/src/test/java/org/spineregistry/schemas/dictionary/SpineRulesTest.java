package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the two spine schemas against the registry's own text. */
class SpineRulesTest {

  private static final Pattern HEAD = Pattern.compile("([A-Z0-9_]+) \\[(\\w+)] (.*)");
  private static final List<String> JUMPS = List.of("ODI_JUMP", "VAS_JUMP");

  /** Rules of a campaign as level, code, sentence and expression, in the order of the text. */
  private static List<List<String>> expected(String campaign) {
    List<List<String>> rules = new ArrayList<>();
    List<String> lines = Cases.text("rules.txt").lines().toList();
    String level = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher head = HEAD.matcher(lines.get(i));
      if (lines.get(i).startsWith("# ")) {
        level = lines.get(i).substring(2);
      } else if (head.matches() && List.of("both", campaign).contains(head.group(2))) {
        String expression = lines.get(i + 1).strip();
        rules.add(List.of(level, head.group(1), head.group(3), expression));
      }
    }
    return rules;
  }

  @ParameterizedTest
  @CsvSource({"SIJ, sacroiliac", "LUM, lumbar"})
  void haveTheExactTextOfTheRegistry(String letters, String campaign) {
    List<List<String>> rules =
        Cases.dictionary(campaign).rules().stream()
            .filter(rule -> !JUMPS.contains(rule.code()))
            .map(r -> List.of(r.level().name(), r.code(), r.message(), r.expression()))
            .toList();

    assertThat(rules)
        .isEqualTo(expected(letters).stream().filter(r -> !JUMPS.contains(r.get(1))).toList());
  }

  @ParameterizedTest
  @CsvSource({"SIJ, sacroiliac", "LUM, lumbar"})
  void repeatTheJumpsForNeighbouringVisits(String letters, String campaign) {
    List<CaseRule> rules = Cases.dictionary(campaign).rules();

    assertThat(expressions(rules, "ODI_JUMP"))
        .containsExactly(
            "odi3m - odiBaseline <= 60.0 && odiBaseline - odi3m <= 60.0",
            "odi6m - odi3m <= 60.0 && odi3m - odi6m <= 60.0",
            "odi12m - odi6m <= 60.0 && odi6m - odi12m <= 60.0",
            "odi24m - odi12m <= 60.0 && odi12m - odi24m <= 60.0")
        .startsWith(expressionOf(letters, "ODI_JUMP"));
    assertThat(expressions(rules, "VAS_JUMP"))
        .containsExactly(
            "vasBack3m - vasBackBaseline <= 6.0",
            "vasBack6m - vasBack3m <= 6.0 && vasBack3m - vasBack6m <= 6.0",
            "vasBack12m - vasBack6m <= 6.0 && vasBack6m - vasBack12m <= 6.0",
            "vasBack24m - vasBack12m <= 6.0 && vasBack12m - vasBack24m <= 6.0")
        .contains(expressionOf(letters, "VAS_JUMP"));
  }

  private static List<String> expressions(List<CaseRule> rules, String code) {
    return rules.stream().filter(r -> r.code().equals(code)).map(CaseRule::expression).toList();
  }

  private static String expressionOf(String letters, String code) {
    return expected(letters).stream().filter(r -> r.get(1).equals(code)).findFirst().get().get(3);
  }

  @Test
  void onlyTheFourTestsForAbsenceNeedLessThanTheyName() {
    Map<String, List<String>> needs =
        Map.of(
            "DIED_WITH_FOLLOW_UP", List.of("discharge"),
            "GRADE5_WITH_FOLLOW_UP", List.of("clavienDindo90d"),
            "FUSION_WITHOUT_VISIT", List.of("fusionStatus12m"),
            "SATISFACTION_WITHOUT_VISIT", List.of("satisfaction24m"));

    for (String campaign : List.of("sacroiliac", "lumbar")) {
      for (CaseRule rule : Cases.dictionary(campaign).rules()) {
        assertThat(rule.needs()).isEqualTo(needs.getOrDefault(rule.code(), List.of()));
      }
    }
  }
}
