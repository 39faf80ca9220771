package org.spineregistry.ingestor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.spineregistry.event.WithdrawalReason;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.schemas.dictionary.Codes;

/** Who leaves and why. */
record WithdrawalRequest(String caseId, WithdrawalReason reason) {
  private static final Pattern CASE_ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  /** The request is not one; the message holds nothing of it. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    Refused(String code, String message) {
      super(message, null, false, false);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /**
   * @param tree object with {@code reason} and nothing else
   */
  static WithdrawalRequest of(String caseId, JsonNode tree) throws Refused {
    if (!CASE_ID.matcher(caseId).matches()) {
      throw new Refused(
          IntakeCode.CASE_ID_NOT_RANDOM.name(),
          "caseId: must be the id that the case was sent with.");
    }
    if (!tree.isObject()) {
      throw new Refused(Codes.WRONG_TYPE, "The body must be an object with the field reason.");
    }
    if (tree.size() > 1 || tree.size() == 1 && !tree.has("reason")) {
      throw new Refused(Codes.UNKNOWN_FIELD, "The body may hold the field reason and no other.");
    }
    String reason = tree.path("reason").asText("");
    return Arrays.stream(WithdrawalReason.values())
        .filter(known -> known.name().equals(reason))
        .findFirst()
        .map(known -> new WithdrawalRequest(caseId, known))
        .orElseThrow(
            () ->
                new Refused(
                    Codes.NOT_IN_LIST,
                    "reason: must be one of " + Arrays.toString(WithdrawalReason.values()) + "."));
  }
}
