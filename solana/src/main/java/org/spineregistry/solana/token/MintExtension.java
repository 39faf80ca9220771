package org.spineregistry.solana.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Token-2022 adds to a mint, and whether a payment still means what its amount says. */
public enum MintExtension {
  /** The recipient gets less than is sent. */
  TRANSFER_FEE(1, false),
  MINT_CLOSE_AUTHORITY(3, true),
  /** Amounts can be hidden afterwards; a plain transfer stays plain. */
  CONFIDENTIAL_TRANSFER(4, false),
  /** New accounts may be frozen, and cannot be paid. */
  DEFAULT_ACCOUNT_STATE(6, false),
  /** Nobody can be paid. */
  NON_TRANSFERABLE(9, false),
  INTEREST_BEARING(10, true),
  PERMANENT_DELEGATE(12, true),
  /** A program of somebody else takes part in every transfer, and wants accounts of its own. */
  TRANSFER_HOOK(14, false),
  CONFIDENTIAL_TRANSFER_FEE(16, false),
  METADATA_POINTER(18, true),
  TOKEN_METADATA(19, true),
  GROUP_POINTER(20, true),
  TOKEN_GROUP(21, true),
  GROUP_MEMBER_POINTER(22, true),
  TOKEN_GROUP_MEMBER(23, true),
  CONFIDENTIAL_MINT_BURN(24, false),
  /** Changes how an amount is shown, not how much is paid. */
  SCALED_UI_AMOUNT(25, true),
  /** All transfers can be stopped. */
  PAUSABLE(26, false);

  private final int type;
  private final boolean harmless;

  MintExtension(int type, boolean harmless) {
    this.type = type;
    this.harmless = harmless;
  }

  /** Whether a transfer moves exactly its amount, and nobody can keep it from moving. */
  public boolean isHarmless() {
    return harmless;
  }

  static Optional<MintExtension> of(int type) {
    return Arrays.stream(values()).filter(extension -> extension.type == type).findFirst();
  }

  /** As it is written in settings: {@code transfer-fee}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<MintExtension> named(String word) {
    return Arrays.stream(values()).filter(extension -> extension.word().equals(word)).findFirst();
  }
}
