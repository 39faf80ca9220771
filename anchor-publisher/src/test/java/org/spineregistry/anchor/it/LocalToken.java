package org.spineregistry.anchor.it;

import static org.awaitility.Awaitility.await;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.rpc.AccountState;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.token.Mint;
import org.spineregistry.solana.token.TokenAccount;
import org.spineregistry.solana.token.TokenPrograms;

/** A token with nine decimals on the local chain, and a treasury that holds all of it. */
public final class LocalToken {
  public static final BigInteger FUNDS = BigInteger.TEN.pow(18);

  private static final int TRANSFER_FEE = 1;
  private static final int TRANSFER_FEE_BYTES = 108;

  public final KeyPair treasury;
  public final Mint mint = new Mint(KeyPair.random().address(), TokenPrograms.TOKEN_2022, 9);
  private final SolanaControl solana;
  private final SolanaRpc rpc =
      new SolanaRpc("token", TestCluster.shared().solanaUrl(), Duration.ofSeconds(5));

  public LocalToken(SolanaControl solana, KeyPair treasury) {
    this.solana = solana;
    this.treasury = treasury;
    set(mint.address(), mintBytes(82));
    hold(treasury.address(), FUNDS, false);
    await().until(() -> balance(treasury.address()).equals(FUNDS)); // at finalized
  }

  /** A mint of another address that takes a fee of every transfer. */
  public Address mintWithTransferFee() {
    Address address = KeyPair.random().address();
    ByteBuffer bytes = ByteBuffer.allocate(166 + 4 + TRANSFER_FEE_BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).put(mintBytes(82));
    bytes.put(165, (byte) 1).putShort(166, (short) TRANSFER_FEE);
    bytes.putShort(168, (short) TRANSFER_FEE_BYTES);
    set(address, bytes.array());
    await().until(() -> rpc.accounts(List.of(address)).get(0).isPresent());
    return address;
  }

  /** Gives a wallet a token account. */
  public void hold(Address wallet, BigInteger amount, boolean frozen) {
    ByteBuffer bytes = ByteBuffer.allocate(165).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(mint.address().bytes()).put(wallet.bytes()).putLong(amount.longValue());
    set(mint.accountOf(wallet), bytes.put(108, (byte) (frozen ? 2 : 1)).array());
  }

  private byte[] mintBytes(int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(1).put(treasury.address().bytes()).putLong(FUNDS.longValue());
    return bytes.put((byte) mint.decimals()).put((byte) 1).array();
  }

  private void set(Address address, byte[] data) {
    solana.call(
        Map.of(
            "op", "setAccount",
            "address", address.base58(),
            "owner", TokenPrograms.TOKEN_2022.base58(),
            "lamports", 10_000_000,
            "data", Base64.getEncoder().encodeToString(data)));
  }

  /** Base units at finalized; zero without an account. */
  public BigInteger balance(Address wallet) {
    Optional<AccountState> account = rpc.accounts(List.of(mint.accountOf(wallet))).get(0);
    return account.map(state -> TokenAccount.read(mint, state).amount()).orElse(BigInteger.ZERO);
  }
}
