package org.spineregistry.anchor.settlement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Ed25519Verifier;

/**
 * Whose wallet is which, as an operator's file says: the line {@code beneficiaryId,wallet}, then
 * one line for each beneficiary. Errors name lines, never what stands in them.
 */
final class Wallets {
  private static final String HEADER = "beneficiaryId,wallet";
  private static final String OWNER_ONLY = "rw-------";

  private final Map<String, Address> wallets;

  private Wallets(Map<String, Address> wallets) {
    this.wallets = wallets;
  }

  /** The file is not what it should be. */
  static final class WalletsProblem extends Exception {
    private static final long serialVersionUID = 1L;

    WalletsProblem(String what) {
      super(what);
    }
  }

  /**
   * @throws WalletsProblem when a line is malformed, an address is none that can sign, or a
   *     beneficiary is there twice
   */
  static Wallets read(Path file) throws WalletsProblem {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new WalletsProblem("cannot be read");
    }
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new WalletsProblem("line 1 must be " + HEADER);
    }
    Map<String, Address> wallets = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        add(wallets, lines.get(i).split(",", -1), "line " + (i + 1));
      }
    }
    return new Wallets(wallets);
  }

  /**
   * @throws WalletsProblem when anybody but its owner may read the file
   */
  static void requirePrivate(Path file) throws WalletsProblem {
    Set<PosixFilePermission> mode;
    try {
      mode = Files.getPosixFilePermissions(file);
    } catch (IOException | UnsupportedOperationException e) {
      throw new WalletsProblem("its mode cannot be read");
    }
    String text = PosixFilePermissions.toString(mode);
    if (!text.equals(OWNER_ONLY)) {
      throw new WalletsProblem("has mode " + text + ", must have " + OWNER_ONLY + " (chmod 600)");
    }
  }

  private static void add(Map<String, Address> wallets, String[] fields, String line)
      throws WalletsProblem {
    if (fields.length != 2 || fields[0].isBlank()) {
      throw new WalletsProblem(line + " must be a beneficiary and a wallet");
    }
    Address wallet;
    try {
      wallet = new Address(fields[1]);
    } catch (IllegalArgumentException e) {
      throw new WalletsProblem(line + " has no address of 32 bytes");
    }
    if (!Ed25519Verifier.isPublicKey(wallet.bytes())) {
      throw new WalletsProblem(line + " has an address that nobody can sign for");
    }
    if (wallets.put(fields[0], wallet) != null) {
      throw new WalletsProblem(line + " names a beneficiary for the second time");
    }
  }

  Optional<Address> of(String beneficiaryId) {
    return Optional.ofNullable(wallets.get(beneficiaryId));
  }

  /** Wallets are nobody's business. */
  @Override
  public String toString() {
    return "wallets of " + wallets.size() + " beneficiaries";
  }
}
