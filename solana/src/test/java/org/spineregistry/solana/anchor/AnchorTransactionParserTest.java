package org.spineregistry.solana.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.KeyPair;

class AnchorTransactionParserTest {
  private static final String MEMO = "spine1:d:" + "5d".repeat(32);

  private final KeyPair publisher = KeyPair.random();

  private WireMessage good() {
    return WireMessage.anchor(publisher, MEMO, 60_000, 1_000);
  }

  private static void assertRefused(byte[] transaction, String rule) {
    assertThatExceptionOfType(NotAnAnchorException.class)
        .isThrownBy(() -> AnchorTransactionParser.parse(transaction))
        .withMessageContaining(rule);
  }

  private void assertRefused(WireMessage message, String rule) {
    assertRefused(message.signedBy(publisher), rule);
  }

  @Test
  void readsWhatAGoodTransactionSays() {
    byte[] wire = good().signedBy(publisher);

    AnchorTransaction anchor = AnchorTransactionParser.parse(wire);

    assertThat(anchor.memo()).isEqualTo(new Memo.Dataset("5d".repeat(32)));
    assertThat(anchor.publisher()).isEqualTo(publisher.address());
    assertThat(anchor.blockhash()).isEqualTo(Base58Text.encode(WireMessage.BLOCKHASH));
    assertThat(anchor.signature()).isEqualTo(Base58Text.encode(Arrays.copyOfRange(wire, 1, 65)));
    assertThat(anchor.bytes()).isEqualTo(wire);
  }

  @Test
  void aMemoAloneIsAnAnchorToo() {
    byte[] wire =
        new WireMessage()
            .key(publisher.address().bytes())
            .key(WireMessage.MEMO)
            .header(1, 0, 1)
            .instruction(1, new int[] {0}, MEMO.getBytes(StandardCharsets.US_ASCII))
            .signedBy(publisher);

    assertThat(AnchorTransactionParser.parse(wire).memo().text()).isEqualTo(MEMO);
  }

  @Test
  void refusesEverySingleBitChange() {
    byte[] wire = good().signedBy(publisher);
    for (int bit = 0; bit < 8 * wire.length; bit++) {
      byte[] changed = wire.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertRefused(changed, "");
    }
  }

  @Test
  void refusesEveryOtherValueOfAByteThatHoldsStructure() {
    byte[] wire = good().signedBy(publisher);
    for (int at :
        IntStream.concat(IntStream.of(0, 65, 66, 67, 68), IntStream.range(197, 223)).toArray()) {
      for (int other = 1; other < 256; other++) {
        byte[] changed = wire.clone();
        changed[at] ^= (byte) other;
        assertRefused(changed, "");
      }
    }
  }

  /**
   * Whoever holds the key can sign other things; they must be refused or be a good anchor of
   * something else.
   */
  @Test
  void aChangeThatIsSignedAgainTouchesOnlyWhatMayDiffer() {
    byte[] message = good().message();
    Set<Integer> accepted = new TreeSet<>();
    for (int at = 0; at < message.length; at++) {
      for (int xor : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
        byte[] changed = message.clone();
        changed[at] ^= (byte) xor;
        try {
          assertThat(
                  AnchorTransactionParser.parse(WireMessage.sign(changed, publisher)).publisher())
              .isEqualTo(publisher.address());
          accepted.add(at);
        } catch (NotAnAnchorException refused) {
          // as most are
        }
      }
    }
    // read-only keys; blockhash; limit and price with their tags; digest of the memo (offsets in
    // the message: the format's minus 65)
    assertThat(accepted).isEqualTo(offsets(2, 3, 100, 132, 136, 141, 144, 153, 166, 230));
  }

  private static Set<Integer> offsets(int... fromTo) {
    return IntStream.range(0, fromTo.length / 2)
        .boxed()
        .flatMap(i -> IntStream.range(fromTo[2 * i], fromTo[2 * i + 1]).boxed())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void refusesEveryTruncationAndAnyByteBehindTheEnd() {
    byte[] wire = good().signedBy(publisher);
    for (int length = 0; length < wire.length; length++) {
      assertRefused(Arrays.copyOf(wire, length), "");
    }
    assertRefused(Arrays.copyOf(wire, wire.length + 1), "bytes behind its end");
  }

  @Test
  void refusesMoreThanOneSigner() {
    KeyPair second = KeyPair.random();
    WireMessage message =
        new WireMessage()
            .key(publisher.address().bytes())
            .key(second.address().bytes())
            .key(WireMessage.MEMO)
            .header(2, 0, 1)
            .memo(MEMO, 0);

    assertRefused(message.signedBy(publisher, second), "exactly one signature");
    assertRefused(message.signedBy(publisher), "wants 2 signatures");
  }

  @Test
  void refusesASignatureOfSomebodyElse() {
    assertRefused(good().signedBy(KeyPair.random()), "its signature is not valid");
  }

  @Test
  void refusesTwoMemosAndNone() {
    assertRefused(good().memo(MEMO, 0), "more than one memo");
    assertRefused(WireMessage.by(publisher).unitLimit(5), "has no memo");
  }

  @Test
  void refusesAMemoThatDoesNotNameTheSignerAlone() {
    assertRefused(WireMessage.by(publisher).memo(MEMO), "does not name the signer");
    assertRefused(WireMessage.by(publisher).memo(MEMO, 0, 0), "does not name the signer");
    assertRefused(WireMessage.by(publisher).memo(MEMO, 1), "does not name the signer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "%s\n", "%s ", "%s\0", "spine1:m:1", "\u00e9"})
  void refusesAnotherMemo(String form) {
    assertRefused(WireMessage.by(publisher).memo(form.formatted(MEMO), 0), "not of format spine1");
  }

  @Test
  void refusesAnyOtherProgram() {
    assertRefused(
        good().key(WireMessage.SYSTEM).instruction(3, new int[] {0, 0}, new byte[12]),
        "calls program 11111111111111111111111111111111");
    assertRefused(
        WireMessage.by(publisher)
            .key(WireMessage.MEMO_V1)
            .instruction(3, new int[] {0}, MEMO.getBytes(StandardCharsets.US_ASCII)),
        "calls program Memo1UhkJRfHyvLMcVucJwxXeuD728EqVDDwQDxFMNo");
  }

  @Test
  void refusesWhatTheRuntimeWouldNotEvenRun() {
    assertRefused(
        good().instruction(3, new int[0], new byte[0]),
        "calls a program that is not among its keys");
    assertRefused(
        good().instruction(0, new int[0], new byte[0]),
        "calls a program that is not among its keys");
    assertRefused(
        WireMessage.by(publisher).memo(MEMO, 3), "passes an account that is not among its keys");
    assertRefused(good().key(WireMessage.MEMO), "names a key twice");
    assertRefused(good().header(1, 1, 2), "read-only fee payer");
    assertRefused(good().header(1, 0, 3), "more read-only keys than keys");
    assertRefused(good().header(0, 0, 2), "wants 0 signatures");
  }

  @Test
  void refusesAVersionedTransaction() {
    assertRefused(good().header(0x80, 1, 0), "not a legacy transaction");
  }

  @Test
  void refusesALengthThatIsNotInItsShortestForm() {
    byte[] message = good().message();
    byte[] longer = new byte[message.length + 1]; // 3 keys written as 83 00
    System.arraycopy(message, 0, longer, 0, 3);
    longer[3] = (byte) 0x83;
    System.arraycopy(message, 4, longer, 5, message.length - 4);

    assertRefused(WireMessage.sign(longer, publisher), "not in the form that the runtime reads");
  }

  @Test
  void refusesMoreThanAClusterTakes() {
    assertRefused(
        good().instruction(1, new int[0], new byte[934]).signedBy(publisher), "the limit is 1232");
    assertThat(good().instruction(1, new int[0], new byte[933]).signedBy(publisher))
        .hasSize(1232)
        .satisfies(
            largest ->
                assertThat(AnchorTransactionParser.parse(largest).memo().text()).isEqualTo(MEMO));
  }

  @Property(tries = 2000, seed = "1966")
  void anyBytesAreAnsweredWithARule(@ForAll @Size(max = 400) byte[] bytes) {
    assertRefused(bytes, "");
  }
}
