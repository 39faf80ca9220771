package org.spineregistry.solana.anchor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.key.Address;

/**
 * The strict reading of what an anchor calls besides memo and compute budget: nothing, or exactly
 * the two instructions that make the marker of its digest, before the memo. The lamports are not
 * judged, because rent changes.
 */
final class MarkerReader {
  /** Where base, length of the seed, seed, space and owner begin, and where the data end. */
  private static final int[] FIELDS = {4, 36, 44, 76, 84, 116};

  private static final String[] NAMES = {"base", "seed", "seed", "space", "owner"};

  private final LegacyMessage message;
  private final Marker marker;

  private MarkerReader(LegacyMessage message, Marker marker) {
    this.message = message;
    this.marker = marker;
  }

  /**
   * @param calls instructions in their order, without those of the compute-budget program
   * @throws NotAnAnchorException naming what makes no marker
   */
  static Optional<Marker> read(
      LegacyMessage message, List<LegacyMessage.Instruction> calls, Memo memo) {
    if (calls.size() == 1) {
      return Optional.empty();
    }
    Marker marker = Marker.of(message.signer(), memo);
    new MarkerReader(message, marker).check(calls);
    return Optional.of(marker);
  }

  private void check(List<LegacyMessage.Instruction> calls) {
    require(calls.size() == 3, "it is called " + (calls.size() - 1) + " times instead of twice");
    require(calls.get(2).program().equals(Programs.MEMO), "the memo comes before it");
    checkTransfer(calls.get(0));
    checkAllocation(calls.get(1));
  }

  private void checkTransfer(LegacyMessage.Instruction transfer) {
    require(
        transfer.data().length == MarkerInstructions.TRANSFER_BYTES
            && number(transfer.data()) == MarkerInstructions.TRANSFER,
        "the first call is no transfer");
    require(
        accounts(transfer).equals(List.of(marker.publisher(), marker.address())),
        "the transfer is not from the publisher to the marker");
  }

  private void checkAllocation(LegacyMessage.Instruction allocation) {
    byte[] data = allocation.data();
    byte[] expected = MarkerInstructions.allocate(marker);
    require(
        data.length >= 4 && number(data) == MarkerInstructions.ALLOCATE_WITH_SEED,
        "the second call does not allocate with a seed");
    require(data.length == expected.length, "the second call has another length");
    for (int i = 0; i < NAMES.length; i++) {
      require(
          Arrays.equals(data, FIELDS[i], FIELDS[i + 1], expected, FIELDS[i], FIELDS[i + 1]),
          "the " + NAMES[i] + " is another one");
    }
    require(
        accounts(allocation).equals(List.of(marker.address(), marker.publisher())),
        "the allocation is not of the marker by the publisher");
  }

  private List<Address> accounts(LegacyMessage.Instruction instruction) {
    return instruction.accounts().stream().map(message.keys()::get).toList();
  }

  private static int number(byte[] data) {
    return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new NotAnAnchorException(
          "calls program " + Programs.SYSTEM + " for something else than a marker: " + problem);
    }
  }
}
