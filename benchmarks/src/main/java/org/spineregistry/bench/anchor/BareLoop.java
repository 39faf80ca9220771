package org.spineregistry.bench.anchor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.p2p.solanaj.core.Account;
import org.p2p.solanaj.core.PublicKey;
import org.p2p.solanaj.core.Transaction;
import org.p2p.solanaj.core.TransactionInstruction;
import org.p2p.solanaj.rpc.RpcClient;
import org.p2p.solanaj.rpc.RpcException;
import org.p2p.solanaj.rpc.types.SignatureStatuses;

/**
 * What somebody writes first: sign, send, ask until it is final. No log, no restart, no read-back,
 * one endpoint.
 */
final class BareLoop {
  private static final PublicKey MEMO =
      new PublicKey("MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr");
  private static final int PAGE = 256;
  private static final int BLOCKHASH_FOR = 100;

  private final RpcClient solanaj;
  private final Account payer = new Account();

  BareLoop(String url) {
    this.solanaj = new RpcClient(url);
  }

  /** Transactions a second, from the first to be sent to the last to be final. */
  double measure(int transactions) throws RpcException, InterruptedException {
    fund();
    long start = System.nanoTime();
    List<String> open = new ArrayList<>();
    String blockhash = "";
    for (int i = 0; i < transactions; i++) {
      if (i % BLOCKHASH_FOR == 0) {
        blockhash = solanaj.getApi().getLatestBlockhash().getValue().getBlockhash();
      }
      open.add(send(i, blockhash));
    }
    while (!open.isEmpty()) {
      open = open.subList(finalOnes(open.subList(0, Math.min(PAGE, open.size()))), open.size());
    }
    return transactions * 1e9 / (System.nanoTime() - start);
  }

  private String send(int number, String blockhash) throws RpcException {
    Transaction transaction = new Transaction();
    String memo = "spine1:d:%064x".formatted(number);
    transaction.addInstruction(
        new TransactionInstruction(MEMO, List.of(), memo.getBytes(StandardCharsets.US_ASCII)));
    return solanaj.getApi().sendTransaction(transaction, List.of(payer), blockhash);
  }

  /** How many from the beginning are final. */
  private int finalOnes(List<String> signatures) throws RpcException {
    List<SignatureStatuses.Value> statuses =
        solanaj.getApi().getSignatureStatuses(signatures, true).getValue();
    int done = 0;
    while (done < statuses.size()
        && statuses.get(done) != null
        && "finalized".equals(statuses.get(done).getConfirmationStatus())) {
      done++;
    }
    return done;
  }

  private void fund() throws RpcException, InterruptedException {
    solanaj.call(
        "requestAirdrop", List.of(payer.getPublicKeyBase58(), 1_000_000_000L), String.class);
    while (solanaj
        .call(
            "getBalance",
            List.of(payer.getPublicKeyBase58(), Map.of("commitment", "confirmed")),
            Map.class)
        .get("value")
        .toString()
        .matches("0(\\.0)?")) {
      Thread.sleep(5);
    }
  }
}
