package org.spineregistry.solana.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;

/**
 * Results as they arrive. Everything is nullable here; {@link AnswerReader} demands what must be
 * there.
 */
final class Answers {
  private Answers() {}

  record Context(Long slot) {}

  record EpochInfo(Long absoluteSlot, Long blockHeight) {}

  record Blockhash(Context context, BlockhashValue value) {}

  record BlockhashValue(String blockhash, Long lastValidBlockHeight) {}

  record Statuses(Context context, List<Status> value) {}

  record Status(Long slot, JsonNode err, String confirmationStatus) {}

  record Transaction(Long slot, Long blockTime, Meta meta, List<String> transaction) {}

  record Meta(JsonNode err) {}

  record Listed(String signature, Long slot, JsonNode err, String memo, Long blockTime) {}

  record Balance(Context context, BigInteger value) {}

  record Accounts(Context context, List<Account> value) {}

  record Account(String owner, List<String> data) {}

  record Simulated(Context context, SimulatedValue value) {}

  record SimulatedValue(JsonNode err, Long unitsConsumed) {}

  record PrioritizationFee(Long slot, Long prioritizationFee) {}
}
