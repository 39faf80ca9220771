package org.spineregistry.anchor.protocol;

import java.util.List;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.solana.finality.AnchorDecision;
import org.spineregistry.solana.rpc.FinalizedTransaction;

/**
 * One kind of intents: what they sign, and where they are stored. When and whether something is
 * signed, sent again or believed is {@link OpenTransactions}' business alone. A method that stores
 * returns when the log has committed.
 */
public interface Undertaking<T extends ChainIntent> {
  /** Intents of which nothing was signed yet, to be asked for when the open ones are dealt with. */
  List<T> unsigned();

  /**
   * Makes attempts. Stores them not.
   *
   * @param intents none of whose attempts can land any more
   * @return those of them that could be signed now, with one attempt more each
   */
  List<T> sign(List<T> intents);

  /** Stores what was signed, before any of it is sent. */
  void save(List<T> signed);

  /**
   * What an intent becomes whose attempt stands finalized, and was read back as it was signed.
   *
   * @throws IllegalStateException when the attempt does something else than the intent says
   */
  T finalized(T intent, AnchorAttempt winner, FinalizedTransaction found);

  /** Stores finalized intents together with the events that tell of them. */
  void finish(List<T> finalized);

  /** Stores what becomes of an intent whose attempt is final with an error. */
  void fail(T intent, AnchorDecision.Failed failed);

  /** So many transactions were sent again. */
  void resent(int transactions);
}
