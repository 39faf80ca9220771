package org.spineregistry.cli.policy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.event.CertificationPolicy;

/**
 * A certification policy as a JSON object with the fields of the Avro record: {@code campaignId},
 * {@code version}, {@code thresholds}, {@code growthFactor} (decimal or null), {@code profile},
 * {@code datasetSizes}, {@code auditRepeats}.
 */
public final class PolicyFile {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private PolicyFile() {}

  /**
   * Reads and checks a policy.
   *
   * @throws UserProblem with every problem at once
   */
  public static CertificationPolicy read(byte[] json) {
    JsonNode tree;
    try {
      tree = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw UserProblem.input(
          "the policy is no JSON object: line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw UserProblem.input("the policy cannot be read");
    }
    PolicyFields fields = new PolicyFields(tree);
    CertificationPolicy policy =
        CertificationPolicy.newBuilder()
            .setCampaignId(fields.campaign())
            .setVersion(fields.positive("version"))
            .setThresholds(fields.rising("thresholds"))
            .setGrowthFactor(fields.growthFactor())
            .setProfile(fields.profile())
            .setDatasetSizes(fields.wholeNumbers("datasetSizes"))
            .setAuditRepeats(fields.positive("auditRepeats"))
            .build();
    fields.requireRunnable(policy);
    fields.refuseProblems();
    return policy;
  }
}
