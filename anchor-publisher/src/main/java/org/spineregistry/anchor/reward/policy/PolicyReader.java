package org.spineregistry.anchor.reward.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.PolicyProblem;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Token;

/**
 * Reads a policy file, see {@code docs/rewards.md}. The file is closed: an unknown field is an
 * error, and all errors come at once.
 */
public final class PolicyReader {
  /** Value of {@code format}. */
  public static final String FORMAT = "spine-reward-policy/1";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";
  private static final String BASE58 = "[1-9A-HJ-NP-Za-km-z]{32,44}";
  private static final int MOST_DECIMALS = 18;

  private PolicyReader() {}

  /**
   * @throws PolicyProblem with every field that breaks a rule
   */
  public static RewardPolicy read(byte[] json) {
    List<String> problems = new ArrayList<>();
    RewardPolicy policy = policy(JsonPart.root(parse(json), problems));
    if (!problems.isEmpty()) {
      throw new PolicyProblem(problems);
    }
    return policy;
  }

  private static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new PolicyProblem(
          List.of(
              "document: JSON without repeated fields; it breaks at line "
                  + e.getLocation().getLineNr()));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  private static RewardPolicy policy(JsonPart root) {
    root.closed(
        "format", "about", "policyId", "version", "validFrom", "currency", "price", "campaigns");
    root.text("format", FORMAT::equals, FORMAT);
    if (root.has("about")) {
      root.text("about", text -> !text.isBlank(), "a sentence");
    }
    Map<String, CampaignTariffs> campaigns = campaigns(root.part("campaigns"));
    return new RewardPolicy(
        root.text("policyId", text -> text.matches(ID), "lower-case letters, digits and dashes"),
        root.number("version", 1, Integer.MAX_VALUE),
        validFrom(root),
        token(root.part("currency")),
        PriceReader.rule(root, campaigns.values()),
        campaigns);
  }

  private static Instant validFrom(JsonPart root) {
    if (!root.has("validFrom")) {
      return null;
    }
    String text =
        root.text("validFrom", PolicyReader::isInstant, "a time in UTC, as 2026-12-01T00:00:00Z");
    return text.isEmpty() ? null : Instant.parse(text);
  }

  private static boolean isInstant(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Token token(JsonPart currency) {
    currency.closed("symbol", "decimals", "mint");
    return new Token(
        currency.text(
            "symbol", text -> text.matches("[A-Z0-9]{1,10}"), "1 to 10 capitals or digits"),
        currency.number("decimals", 0, MOST_DECIMALS),
        currency.has("mint")
            ? currency.text("mint", text -> text.matches(BASE58), "an address in base58")
            : null);
  }

  private static Map<String, CampaignTariffs> campaigns(JsonPart part) {
    Map<String, CampaignTariffs> campaigns = new HashMap<>();
    for (String campaignId : part.names()) {
      if (!campaignId.matches(ID)) {
        part.problem(campaignId, "a campaignId has lower-case letters, digits and dashes");
      }
      campaigns.put(campaignId, TariffReader.campaign(part.part(campaignId)));
    }
    return campaigns;
  }
}
