package org.spineregistry.solana.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.solana.key.KeyPair;

/**
 * What somebody with the publisher's key could sign instead of a marker. All of it is validly
 * signed, and none of it is an anchor.
 */
class MarkerForgeryTest {
  private static final KeyPair PUBLISHER = KeyPair.random();
  private static final String ROOT = "5d".repeat(32);
  private static final Memo MEMO = new Memo.Batch(ROOT, 7);
  private static final byte[] OTHER = KeyPair.random().address().bytes();
  private static final byte[] ADDRESS = Marker.of(PUBLISHER.address(), MEMO).address().bytes();
  private static final byte[] BURN = MarkedMessage.little(12).putInt(2).putLong(1).array();

  private static MarkedMessage good() {
    return new MarkedMessage(PUBLISHER, MEMO.text(), ROOT, ADDRESS);
  }

  private static MarkedMessage with(Consumer<MarkedMessage> change) {
    MarkedMessage message = good();
    change.accept(message);
    return message;
  }

  private static WireMessage laidOut(Function<MarkedMessage, WireMessage> layout) {
    return layout.apply(good());
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(
        arguments("other owner", with(m -> m.owner = new byte[32]).whole(), "owner is another"),
        arguments("no space", with(m -> m.space = 0).whole(), "space is another"),
        arguments("other space", with(m -> m.space = 2).whole(), "space is another"),
        arguments("other base", with(m -> m.base = OTHER).whole(), "base is another"),
        arguments(
            "seed of another digest",
            with(m -> m.seed = MarkedMessage.seedOf("5e".repeat(32))).whole(),
            "seed is another"),
        arguments(
            "a shorter seed",
            with(m -> m.seed = Arrays.copyOf(m.seed, 31)).whole(),
            "another length"),
        arguments(
            "a byte behind the allocation",
            laidOut(
                m ->
                    m.memo(
                        m.transfer(m.budgeted())
                            .instruction(
                                MarkedMessage.SYSTEM,
                                new int[] {1, 0},
                                Arrays.copyOf(m.allocation(), 117)))),
            "another length"),
        arguments(
            "marker at another address", with(m -> m.address = OTHER).whole(), "to the marker"),
        arguments(
            "transfer to another address",
            laidOut(
                m ->
                    m.memo(
                        m.allocate(
                            m.budgeted().key(OTHER).instruction(3, new int[] {0, 5}, BURN)))),
            "to the marker"),
        arguments(
            "transfer to the publisher",
            laidOut(m -> m.memo(m.allocate(m.budgeted().instruction(3, new int[] {0, 0}, BURN)))),
            "to the marker"),
        arguments(
            "transfer out of the marker",
            laidOut(m -> m.memo(m.allocate(m.budgeted().instruction(3, new int[] {1, 0}, BURN)))),
            "to the marker"),
        arguments(
            "a third account of the transfer",
            laidOut(
                m -> m.memo(m.allocate(m.budgeted().instruction(3, new int[] {0, 1, 1}, BURN)))),
            "to the marker"),
        arguments(
            "a byte behind the transfer",
            laidOut(
                m ->
                    m.memo(
                        m.allocate(
                            m.budgeted()
                                .instruction(3, new int[] {0, 1}, Arrays.copyOf(BURN, 13))))),
            "no transfer"),
        arguments(
            "another instruction for the transfer",
            laidOut(
                m ->
                    m.memo(
                        m.allocate(
                            m.budgeted()
                                .instruction(
                                    3,
                                    new int[] {0, 1},
                                    MarkedMessage.little(12).putInt(8).array())))),
            "no transfer"),
        arguments(
            "an allocation without a seed",
            laidOut(
                m ->
                    m.memo(
                        m.transfer(m.budgeted())
                            .instruction(
                                3,
                                new int[] {1, 0},
                                MarkedMessage.little(12).putInt(8).putLong(1).array()))),
            "allocate with a seed"),
        arguments(
            "an empty second call",
            laidOut(
                m ->
                    m.memo(m.transfer(m.budgeted()).instruction(3, new int[] {1, 0}, new byte[0]))),
            "allocate with a seed"),
        arguments(
            "accounts of the allocation in other order",
            laidOut(
                m ->
                    m.memo(
                        m.transfer(m.budgeted()).instruction(3, new int[] {0, 1}, m.allocation()))),
            "of the marker by the publisher"),
        arguments(
            "allocation before the transfer",
            laidOut(m -> m.memo(m.transfer(m.allocate(m.budgeted())))),
            "no transfer"),
        arguments(
            "the marker made twice",
            laidOut(m -> m.memo(m.allocate(m.transfer(m.allocate(m.transfer(m.budgeted())))))),
            "4 times instead of twice"),
        arguments(
            "transfer alone", laidOut(m -> m.memo(m.transfer(m.budgeted()))), "1 times instead"),
        arguments(
            "allocation alone", laidOut(m -> m.memo(m.allocate(m.budgeted()))), "1 times instead"),
        arguments(
            "a third call",
            laidOut(m -> m.memo(m.transfer(m.allocate(m.transfer(m.budgeted()))))),
            "3 times instead"),
        arguments(
            "the memo first",
            laidOut(m -> m.allocate(m.transfer(m.memo(m.budgeted())))),
            "the memo comes before it"),
        arguments(
            "the memo between",
            laidOut(m -> m.allocate(m.memo(m.transfer(m.budgeted())))),
            "the memo comes before it"),
        arguments("two memos", laidOut(m -> m.memo(m.whole())), "more than one memo"),
        arguments(
            "another program besides",
            laidOut(
                m ->
                    m.whole()
                        .key(HexFormat.of().formatHex(OTHER))
                        .instruction(5, new int[] {1}, new byte[0])),
            "calls program "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void isRefusedWithItsReason(String name, WireMessage forged, String reason) {
    assertThatExceptionOfType(NotAnAnchorException.class)
        .isThrownBy(() -> AnchorTransactionParser.parse(forged.signedBy(PUBLISHER)))
        .withMessageContaining(reason);
  }

  @Test
  void whatTheTableChangesIsOtherwiseAccepted() {
    AnchorTransaction anchor = AnchorTransactionParser.parse(good().whole().signedBy(PUBLISHER));

    assertThat(anchor.marker()).contains(Marker.of(PUBLISHER.address(), MEMO));
    assertThat(anchor.memo()).isEqualTo(MEMO);
  }

  @Test
  void theComputeBudgetMayStandAnywhere() {
    WireMessage message = laidOut(m -> m.memo(m.allocate(m.transfer(m.keys()))));
    byte[] limit = MarkedMessage.little(5).put((byte) 2).putInt(1).array();

    assertThat(AnchorTransactionParser.parse(message.signedBy(PUBLISHER)).marker()).isPresent();
    assertThat(
            AnchorTransactionParser.parse(
                    message.instruction(2, new int[0], limit).signedBy(PUBLISHER))
                .marker())
        .isPresent();
  }

  @Test
  void refusesEverySingleBitChange() {
    byte[] wire = good().whole().signedBy(PUBLISHER);
    for (int bit = 0; bit < 8 * wire.length; bit++) {
      byte[] changed = wire.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatExceptionOfType(NotAnAnchorException.class)
          .isThrownBy(() -> AnchorTransactionParser.parse(changed));
    }
  }

  /** Signed again, a change of the two calls is refused everywhere but in the lamports. */
  @Test
  void everyByteOfTheTwoCallsIsHeldButTheRent() {
    byte[] message = good().whole().message();
    int transfer = 3 + 1 + 5 * 32 + 32 + 1 + 8 + 12;
    int lamports = transfer + 1 + 1 + 2 + 1 + 4;
    int end = transfer + 17 + 121;
    for (int at = transfer; at < end; at++) {
      byte[] changed = message.clone();
      changed[at] ^= 1;
      byte[] signed = WireMessage.sign(changed, PUBLISHER);
      if (at >= lamports && at < lamports + 8) {
        assertThat(AnchorTransactionParser.parse(signed).marker()).isPresent();
      } else {
        assertThatExceptionOfType(NotAnAnchorException.class)
            .as("byte " + at)
            .isThrownBy(() -> AnchorTransactionParser.parse(signed));
      }
    }
  }
}
