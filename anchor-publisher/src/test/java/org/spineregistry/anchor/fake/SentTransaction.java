package org.spineregistry.anchor.fake;

import java.util.Optional;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionParser;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.NotAnAnchorException;
import org.spineregistry.solana.token.PaidTransaction;

/** What a chain has to know of a transaction: an anchor or a payment. */
record SentTransaction(String signature, String blockhash, String memo, Optional<Marker> marker) {
  static SentTransaction read(byte[] bytes) {
    try {
      AnchorTransaction anchor = AnchorTransactionParser.parse(bytes);
      return new SentTransaction(
          anchor.signature(), anchor.blockhash(), anchor.memo().text(), anchor.marker());
    } catch (NotAnAnchorException e) {
      PaidTransaction paid = PaidTransaction.read(bytes);
      return new SentTransaction(
          paid.signature(), paid.blockhash(), paid.memo().text(), Optional.empty());
    }
  }
}
