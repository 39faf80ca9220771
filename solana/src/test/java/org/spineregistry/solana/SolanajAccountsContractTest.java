package org.spineregistry.solana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.p2p.solanaj.core.PublicKey;
import org.p2p.solanaj.programs.AssociatedTokenProgram;
import org.p2p.solanaj.programs.TokenProgram;
import org.p2p.solanaj.rpc.RpcClient;
import org.p2p.solanaj.rpc.RpcException;
import org.p2p.solanaj.rpc.types.AccountInfo;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.local.FakeEndpoint;
import org.spineregistry.solana.rpc.Commitment;

/** Why we read accounts ourselves. See {@link SolanajContractTest}. */
class SolanajAccountsContractTest {
  private static final String A = "11111111111111111111111111111111";
  private static final String B = "SysvarRent111111111111111111111111111111111";
  private static final String ACCOUNT =
      "{\"lamports\":7,\"owner\":\""
          + A
          + "\",\"data\":[\"\",\"base64\"],\"executable\":false,\"rentEpoch\":18446744073709551615}";
  private static final String TOKEN_2022 = "TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb";

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final RpcClient solanaj = new RpcClient(endpoint.url());

  @AfterEach
  void stop() {
    endpoint.close();
  }

  /** The account of B appears as that of A, which is not there. */
  @Test
  void itsListOfAccountsDropsThoseThatAreMissing() throws RpcException {
    endpoint.result(
        "getMultipleAccounts", "{\"context\":{\"slot\":1},\"value\":[null," + ACCOUNT + "]}");

    List<AccountInfo.Value> accounts =
        solanaj.getApi().getMultipleAccounts(List.of(new PublicKey(A), new PublicKey(B)));

    assertThat(accounts).hasSize(1);
  }

  @Test
  void itTakesTheFirstTokenAccountAlsoWhenItIsEmpty() throws RpcException {
    endpoint.result(
        "getTokenAccountsByOwner",
        "{\"context\":{\"slot\":1},\"value\":[" + token(A, "0") + "," + token(B, "5") + "]}");

    assertThat(
            solanaj.getApi().getTokenAccountsByOwner(new PublicKey(A), new PublicKey(B)).toBase58())
        .isEqualTo(A);
  }

  @Test
  void itsMapOfTokenAccountsWantsAnEnumWhereTheProtocolHasText() {
    endpoint.result("getTokenAccountsByOwner", "{\"context\":{\"slot\":1},\"value\":[]}");

    assertThatThrownBy(
            () ->
                solanaj
                    .getApi()
                    .getTokenAccountsByOwner(
                        new PublicKey(A), Map.of("mint", B), Map.of("commitment", "finalized")))
        .isInstanceOf(ClassCastException.class);
  }

  @Test
  void itsTokenProgramsAreBoundToTheOldOne() {
    PublicKey a = new PublicKey(A);
    PublicKey b = new PublicKey(B);
    assertThat(TokenProgram.transferChecked(a, b, 1, (byte) 9, a, b).getProgramId().toBase58())
        .isEqualTo(TokenProgram.PROGRAM_ID.toBase58())
        .isNotEqualTo(TOKEN_2022);
    assertThat(AssociatedTokenProgram.create(a, a, b).getKeys())
        .extracting(meta -> meta.getPublicKey().toBase58())
        .contains(TokenProgram.PROGRAM_ID.toBase58())
        .doesNotContain(TOKEN_2022);
  }

  /** A double is exact up to 2^53: 9,007,199 SOL. */
  @Test
  void itsLamportsAreFloatingPoint() throws Exception {
    assertThat(AccountInfo.Value.class.getMethod("getLamports").getReturnType())
        .isEqualTo(double.class);
    assertThat(AccountInfo.Value.class.getMethod("getRentEpoch").getReturnType())
        .isEqualTo(double.class);

    BigInteger lamports = new BigInteger("9007199254740993");
    endpoint.result("getBalance", "{\"context\":{\"slot\":1},\"value\":" + lamports + "}");
    assertThat(endpoint.rpc().balance(new Address(A), Commitment.FINALIZED)).isEqualTo(lamports);
  }

  private static String token(String address, String amount) {
    return "{\"pubkey\":\""
        + address
        + "\",\"account\":{\"lamports\":1,\"owner\":\""
        + A
        + "\",\"executable\":false,\"rentEpoch\":0,\"data\":{\"program\":\"spl-token\",\"space\":165,\"parsed\":{\"type\":\"account\",\"info\":{\"isNative\":false,\"mint\":\""
        + B
        + "\",\"owner\":\""
        + A
        + "\",\"state\":\"initialized\",\"tokenAmount\":{\"amount\":\""
        + amount
        + "\",\"decimals\":9,\"uiAmount\":0.0,\"uiAmountString\":\""
        + amount
        + "\"}}}}}}";
  }
}
