package org.spineregistry.solana.proof;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.spineregistry.solana.anchor.MarkedMessage;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.anchor.WireMessage;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.proof.ProofFinding.Step;

/** The vectors with a marker: good ones, bundles that name another, and forgeries. */
final class MarkerVectors {
  private static final Memo MEMO = new Memo.Dataset(SampleProofs.CERTIFICATE);
  private static final Marker MARKER = Marker.of(SampleProofs.PUBLISHER.address(), MEMO);
  private static final String STRANGERS =
      Marker.of(SampleProofs.STRANGER.address(), MEMO).address().base58();
  private static final byte[] OTHER = SampleProofs.STRANGER.address().bytes();

  private final ProofVectors vectors;

  private MarkerVectors(ProofVectors vectors) {
    this.vectors = vectors;
  }

  static void addTo(ProofVectors vectors) {
    MarkerVectors made = new MarkerVectors(vectors);
    made.named();
    made.forged();
    made.called();
  }

  private void named() {
    ProofBundle dataset = SampleProofs.markedDataset();
    vectors.add("a dataset with a marker", dataset, ProofVectors.none());
    vectors.add(
        "a contribution in a batch with a marker",
        SampleProofs.markedContribution(617, 1000),
        ProofVectors.none());
    vectors.add(
        "a marker that the bundle does not name",
        dataset,
        bundle -> ProofVectors.chain(bundle).remove("marker"),
        Step.MARKER);
    vectors.add(
        "a marker that the transaction does not make",
        SampleProofs.dataset(),
        bundle -> ProofVectors.chain(bundle).put("marker", MARKER.address().base58()),
        Step.MARKER);
    vectors.add(
        "the marker of another publisher",
        dataset,
        bundle -> ProofVectors.chain(bundle).put("marker", STRANGERS),
        Step.MARKER);
    vectors.add(
        "a marker, and a bundle of another digest",
        dataset,
        bundle -> ProofVectors.subject(bundle).put("sha256", SampleProofs.sha256("abd")),
        Step.MEMO);
    vectors.refused(
        "a marker of 31 bytes",
        dataset,
        bundle -> ProofVectors.chain(bundle).put("marker", Base58Text.encode(new byte[31])));
    vectors.refused(
        "a marker that is no text", dataset, bundle -> ProofVectors.chain(bundle).put("marker", 7));
  }

  /** One field of the allocation is another. */
  private void forged() {
    change("a marker of the system program", message -> message.owner = new byte[32]);
    change("a marker without a byte", message -> message.space = 0);
    change("a marker of two bytes", message -> message.space = 2);
    change("a marker of another base", message -> message.base = OTHER);
    change(
        "a marker with the seed of another digest",
        message -> message.seed = MarkedMessage.seedOf(SampleProofs.sha256("abd")));
    change("a marker at another address", message -> message.address = OTHER);
  }

  /** The calls are others, or in other order. */
  private void called() {
    MarkedMessage good = good();
    call(
        "lamports to another address than the marker's",
        message ->
            good.memo(
                good.allocate(
                    message.key(OTHER).instruction(3, new int[] {0, 5}, good.payment()))));
    call("a marker allocated before it is paid", m -> good.memo(good.transfer(good.allocate(m))));
    call(
        "a marker made twice",
        m -> good.memo(good.allocate(good.transfer(good.allocate(good.transfer(m))))));
    call("a marker that is only paid", m -> good.memo(good.transfer(m)));
    call("a marker that is only allocated", m -> good.memo(good.allocate(m)));
    call(
        "a third call of the system program",
        m -> good.memo(good.transfer(good.allocate(good.transfer(m)))));
    call("a marker made behind the memo", m -> good.allocate(good.transfer(good.memo(m))));
    call("a marker and two memos", m -> good.memo(good.memo(good.allocate(good.transfer(m)))));
  }

  private static MarkedMessage good() {
    return new MarkedMessage(
        SampleProofs.PUBLISHER, MEMO.text(), MEMO.digest(), MARKER.address().bytes());
  }

  private void change(String name, Consumer<MarkedMessage> change) {
    MarkedMessage message = good();
    change.accept(message);
    vectors.signed(name, message.whole());
  }

  private void call(String name, UnaryOperator<WireMessage> calls) {
    vectors.signed(name, calls.apply(good().budgeted()));
  }
}
