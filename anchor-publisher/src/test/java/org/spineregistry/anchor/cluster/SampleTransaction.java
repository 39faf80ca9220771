package org.spineregistry.anchor.cluster;

import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.KeyPair;

/** A signed anchor of some certificate. */
record SampleTransaction(byte[] bytes) {
  SampleTransaction() {
    this(
        new AnchorTransactionBuilder(KeyPair.random())
            .build(
                new Memo.Dataset(Certified.digest(1)),
                Base58Text.encode(new byte[32]),
                new ComputeBudget(60_000, 1_000))
            .bytes());
  }
}
