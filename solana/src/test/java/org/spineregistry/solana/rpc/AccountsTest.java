package org.spineregistry.solana.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.local.FakeEndpoint;

class AccountsTest {
  private static final Address SYSTEM = new Address("11111111111111111111111111111111");
  private static final Address MEMO = new Address("MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr");
  private static final String METHOD = "getMultipleAccounts";
  private static final String ACCOUNT =
      "{\"lamports\":1,\"owner\":\"%s\",\"data\":[\"%s\",\"base64\"]}";

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final SolanaRpc rpc = endpoint.rpc();

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private void answer(String values) {
    endpoint.result(METHOD, "{\"context\":{\"slot\":9},\"value\":[" + values + "]}");
  }

  @Test
  void areToldInTheOrderThatWasAskedWithEmptyWhereThereIsNone() {
    answer(ACCOUNT.formatted(MEMO, "AA==") + ",null," + ACCOUNT.formatted(SYSTEM, ""));

    assertThat(rpc.accounts(List.of(MEMO, MEMO, SYSTEM)))
        .containsExactly(
            Optional.of(AccountState.of(MEMO, new byte[1])),
            Optional.empty(),
            Optional.of(AccountState.of(SYSTEM, new byte[0])));
    assertThat(endpoint.requests().get(0).get("params").toString())
        .startsWith("[[\"" + MEMO + "\",\"" + MEMO + "\",\"" + SYSTEM + "\"],{")
        .contains("\"commitment\":\"finalized\"", "\"encoding\":\"base64\"");
  }

  @Test
  void lamportsAloneDoNotPutAnAccountInUse() {
    assertThat(AccountState.of(SYSTEM, new byte[0]).inUse()).isFalse();
    assertThat(AccountState.of(SYSTEM, new byte[1]).inUse()).isTrue();
    assertThat(AccountState.of(MEMO, new byte[0]).inUse()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null,null",
        "{}",
        "{\"owner\":\"0\",\"data\":[\"\",\"base64\"]}",
        "{\"owner\":\"11111111111111111111111111111111\",\"data\":[\"*\",\"base64\"]}",
        "{\"owner\":\"11111111111111111111111111111111\",\"data\":[\"\",\"base58\"]}",
        "{\"owner\":\"11111111111111111111111111111111\",\"data\":[\"\"]}",
        "{\"owner\":\"11111111111111111111111111111111\",\"data\":\"\"}"
      })
  void anAnswerOfAnotherShapeIsAFailureAndNoMissingAccount(String values) {
    answer(values);

    assertThatExceptionOfType(RpcFailure.class)
        .isThrownBy(() -> rpc.accounts(List.of(MEMO)))
        .withMessage(METHOD + ": the result does not have the documented shape");
  }

  @Test
  void asManyAsAnEndpointAnswersAreAskedAtOnce() {
    List<Address> tooMany = Collections.nCopies(SolanaRpc.MAX_ACCOUNTS + 1, MEMO);

    assertThatIllegalArgumentException().isThrownBy(() -> rpc.accounts(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> rpc.accounts(tooMany));
    assertThat(endpoint.requests()).isEmpty();
  }
}
