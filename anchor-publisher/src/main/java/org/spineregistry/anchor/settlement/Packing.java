package org.spineregistry.anchor.settlement;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.solana.key.Signer;
import org.spineregistry.solana.token.Mint;
import org.spineregistry.solana.token.PayoutMemo;
import org.spineregistry.solana.token.PayoutTransactionBuilder;
import org.spineregistry.solana.token.Transfer;

/**
 * Puts payments into batches, as many into each as its transaction has bytes for. In the order in
 * which they come: the same payments give the same batches.
 */
final class Packing {
  private static final PayoutMemo ANY = new PayoutMemo("0".repeat(64));

  private final Signer payer;
  private final int most;

  /**
   * @param most payments in a batch
   */
  Packing(Signer payer, int most) {
    this.payer = payer;
    this.most = most;
  }

  List<List<ReadyPayment>> pack(List<ReadyPayment> payments, Mint mint, Wallets wallets) {
    PayoutTransactionBuilder builder = new PayoutTransactionBuilder(mint, payer);
    List<List<ReadyPayment>> batches = new ArrayList<>();
    List<ReadyPayment> batch = new ArrayList<>();
    List<Transfer> transfers = new ArrayList<>();
    for (ReadyPayment ready : payments) {
      transfers.add(transfer(ready, wallets));
      if (!batch.isEmpty() && (batch.size() == most || !builder.fits(ANY, transfers))) {
        batches.add(batch);
        batch = new ArrayList<>();
        transfers = new ArrayList<>(List.of(transfer(ready, wallets)));
      }
      batch.add(ready);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private static Transfer transfer(ReadyPayment ready, Wallets wallets) {
    return new Transfer(
        wallets.of(ready.payment().beneficiaryId()).orElseThrow(),
        ready.payment().amount(),
        ready.createsAccount());
  }
}
