package org.spineregistry.solana.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.key.Signer;

class AnchorTransactionBuilderTest {
  private static final String BLOCKHASH = Base58Text.encode(WireMessage.BLOCKHASH);
  private static final Memo DATASET = new Memo.Dataset("5d".repeat(32));

  private final KeyPair publisher = KeyPair.random();
  private final AnchorTransactionBuilder builder = new AnchorTransactionBuilder(publisher);

  @ParameterizedTest
  @CsvSource({"60000, 1000", "1, 0", "1400000, 2147483647", "513, 1"})
  void buildsTheLayoutOfTheFormatByteForByte(int unitLimit, int price) {
    AnchorTransaction built =
        builder.build(DATASET, BLOCKHASH, new ComputeBudget(unitLimit, price));

    assertThat(built.bytes())
        .isEqualTo(
            WireMessage.anchor(publisher, DATASET.text(), unitLimit, price).signedBy(publisher));
  }

  @Test
  void aDatasetTakes295Bytes() {
    AnchorTransaction built = builder.build(DATASET, BLOCKHASH, new ComputeBudget(60_000, 1_000));

    assertThat(built.bytes()).hasSize(295);
    assertThat(built.signature())
        .isEqualTo(Base58Text.encode(Arrays.copyOfRange(built.bytes(), 1, 65)));
    assertThat(built.publisher()).isEqualTo(publisher.address());
    assertThat(built.memo()).isEqualTo(DATASET);
    assertThat(built.blockhash()).isEqualTo(BLOCKHASH);
  }

  @Test
  void aBatchTakesUpTo303Bytes() {
    Memo batch = new Memo.Batch("5d".repeat(32), 1_048_576);

    byte[] built = builder.build(batch, BLOCKHASH, new ComputeBudget(60_000, 1_000)).bytes();

    assertThat(built)
        .hasSize(303)
        .isEqualTo(WireMessage.anchor(publisher, batch.text(), 60_000, 1_000).signedBy(publisher));
  }

  @Test
  void theSameInputMakesTheSameBytes() {
    ComputeBudget budget = new ComputeBudget(60_000, 1_000);

    assertThat(builder.build(DATASET, BLOCKHASH, budget))
        .isEqualTo(builder.build(DATASET, BLOCKHASH, budget));
  }

  @Test
  void aDraftIsTheSameTransactionWithASignatureOfZeros() {
    ComputeBudget budget = new ComputeBudget(60_000, 1_000);
    byte[] expected = builder.build(DATASET, BLOCKHASH, budget).bytes();
    Arrays.fill(expected, 1, 65, (byte) 0);

    byte[] draft = builder.draft(DATASET, BLOCKHASH, budget);

    assertThat(draft).isEqualTo(expected);
    assertThatExceptionOfType(NotAnAnchorException.class)
        .isThrownBy(() -> AnchorTransactionParser.parse(draft));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "2g",
        "11111111111111111111111111111111111111111111111111111111111111111"
      })
  void refusesABlockhashThatIsNot32Bytes(String blockhash) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.build(DATASET, blockhash, new ComputeBudget(60_000, 0)))
        .withMessageContaining("blockhash");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 0", "1400001, 0"})
  void refusesALimitThatNoClusterGives(int unitLimit, int price) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ComputeBudget(unitLimit, price))
        .withMessageContaining("unitLimit");
  }

  @Test
  void refusesANegativePrice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ComputeBudget(1, -1))
        .withMessageContaining("microLamportsPerUnit");
  }

  @ParameterizedTest
  @CsvSource({
    "60000, 1000, 5060",
    "60000, 0, 5000",
    "1, 1, 5001",
    "1400000, 2147483647, 3006482106"
  })
  void theFeeIsASignaturePlusLimitTimesPriceRoundedUp(int unitLimit, int price, long lamports) {
    assertThat(new ComputeBudget(unitLimit, price).fee()).isEqualTo(lamports);
  }

  @Test
  void neverHandsOutWhatAForeignSignerSigned() {
    KeyPair other = KeyPair.random();
    Signer confused =
        new Signer() {
          @Override
          public Address address() {
            return publisher.address();
          }

          @Override
          public byte[] sign(byte[] message) {
            return other.sign(message);
          }
        };

    assertThatExceptionOfType(NotAnAnchorException.class)
        .isThrownBy(
            () ->
                new AnchorTransactionBuilder(confused)
                    .build(DATASET, BLOCKHASH, new ComputeBudget(1, 0)))
        .withMessage("its signature is not valid");
  }
}
