package org.spineregistry.solana.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.key.Address;

/**
 * Turns {@link Answers} into result types. What is missing or out of shape is a failure, never a
 * zero: a block height of 0 or an absent {@code err} would decide something that nobody said.
 */
final class AnswerReader {
  private final String method;

  AnswerReader(String method) {
    this.method = method;
  }

  Tip tip(Answers.EpochInfo info) {
    return new Tip(required(required(info).absoluteSlot()), required(info.blockHeight()));
  }

  LatestBlockhash blockhash(Answers.Blockhash answer) {
    Answers.BlockhashValue value = required(required(answer).value());
    return new LatestBlockhash(
        slot(answer.context()),
        required(value.blockhash()),
        required(value.lastValidBlockHeight()));
  }

  SignatureStatuses statuses(Answers.Statuses answer, int asked) {
    List<Answers.Status> values = required(required(answer).value());
    if (values.size() != asked) {
      throw RpcFailure.unexpectedShape(method);
    }
    List<Optional<SignatureStatus>> statuses = new ArrayList<>();
    values.forEach(value -> statuses.add(Optional.ofNullable(value).map(this::status)));
    return new SignatureStatuses(slot(answer.context()), List.copyOf(statuses));
  }

  private SignatureStatus status(Answers.Status value) {
    Commitment level =
        Commitment.of(value.confirmationStatus())
            .orElseThrow(() -> RpcFailure.unexpectedShape(method));
    return new SignatureStatus(required(value.slot()), level, err(value.err()));
  }

  FinalizedTransaction transaction(Answers.Transaction answer) {
    List<String> encoded = required(answer.transaction());
    Answers.Meta meta =
        required(answer.meta()); // without it nobody knows whether the transaction failed
    if (encoded.size() != 2 || !"base64".equals(encoded.get(1)) || !isBase64(encoded.get(0))) {
      throw RpcFailure.unexpectedShape(method);
    }
    return new FinalizedTransaction(
        required(answer.slot()), instant(answer.blockTime()), err(meta.err()), encoded.get(0));
  }

  List<ListedTransaction> listed(Answers.Listed[] answer) {
    List<ListedTransaction> list = new ArrayList<>();
    for (Answers.Listed entry : required(answer)) {
      String signature = required(required(entry).signature());
      list.add(
          new ListedTransaction(
              signature,
              required(entry.slot()),
              err(entry.err()),
              entry.memo(),
              instant(entry.blockTime())));
    }
    return List.copyOf(list);
  }

  List<Optional<AccountState>> accounts(Answers.Accounts answer, int asked) {
    List<Answers.Account> values = required(required(answer).value());
    if (values.size() != asked) {
      throw RpcFailure.unexpectedShape(method);
    }
    return values.stream().map(value -> Optional.ofNullable(value).map(this::account)).toList();
  }

  private AccountState account(Answers.Account value) {
    List<String> data = required(value.data());
    try {
      if (data.size() == 2 && "base64".equals(data.get(1))) {
        return AccountState.of(
            new Address(required(value.owner())), Base64.getDecoder().decode(data.get(0)));
      }
    } catch (IllegalArgumentException e) {
      // neither base64 nor an address: told below, without quoting it
    }
    throw RpcFailure.unexpectedShape(method);
  }

  Simulation simulation(Answers.Simulated answer) {
    Answers.SimulatedValue value = required(required(answer).value());
    return new Simulation(
        err(value.err()), value.unitsConsumed() == null ? 0 : value.unitsConsumed());
  }

  <T> T required(T value) {
    if (value == null) {
      throw RpcFailure.unexpectedShape(method);
    }
    return value;
  }

  private long slot(Answers.Context context) {
    return required(required(context).slot());
  }

  private static String err(JsonNode err) {
    return err == null || err.isNull() ? null : err.toString();
  }

  private static Instant instant(Long unixSeconds) {
    return unixSeconds == null ? null : Instant.ofEpochSecond(unixSeconds);
  }

  private static boolean isBase64(String text) {
    try {
      return text != null && Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
