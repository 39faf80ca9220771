package org.spineregistry.example.rewards;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.RewardManifest;

/** Compares the book with what each rewarded cycle says of its payouts. */
final class Manifests {
  private final Book book;

  Manifests(Book book) {
    this.book = book;
  }

  /** One cycle: what it should have, and what the book has. */
  record Comparison(String cycleId, Payouts manifest, Payouts booked) {

    boolean isComplete() {
      return manifest.equals(booked);
    }
  }

  /**
   * @param sum base units
   * @param sha256 over the sorted lines {@code payoutId:amountBaseUnits}, each ended by LF
   */
  record Payouts(int count, BigInteger sum, String sha256) {}

  /** Keeps the manifest of a rewarded cycle, in the transaction of the caller. */
  void keep(CertificationStatus status) throws SQLException {
    RewardManifest manifest = status.getRewards();
    if (manifest != null) {
      book.update(
          "INSERT OR REPLACE INTO manifest VALUES (?, ?, ?, ?)",
          status.getCycleId(),
          manifest.getPayouts(),
          manifest.getGrantedBaseUnits(),
          manifest.getSha256());
    }
  }

  /** Every rewarded cycle. */
  List<Comparison> compare() throws SQLException {
    List<Comparison> cycles =
        book.all(
            row ->
                new Comparison(
                    row.getString(1),
                    new Payouts(row.getInt(2), new BigInteger(row.getString(3)), row.getString(4)),
                    null),
            "SELECT cycle_id, payouts, granted, sha256 FROM manifest ORDER BY rowid");
    List<Comparison> compared = new ArrayList<>();
    for (Comparison cycle : cycles) {
      compared.add(new Comparison(cycle.cycleId(), cycle.manifest(), booked(cycle.cycleId())));
    }
    return compared;
  }

  private record Line(String payoutId, BigInteger amount) {}

  /** Reversals come after the cycle and are not in its manifest. */
  private Payouts booked(String cycleId) throws SQLException {
    MessageDigest digest = sha256();
    BigInteger sum = BigInteger.ZERO;
    List<Line> lines =
        book.all(
            row -> new Line(row.getString(1), new BigInteger(row.getString(2))),
            "SELECT payout_id, amount FROM payout WHERE cycle_id = ? AND reverses IS NULL ORDER BY"
                + " payout_id",
            cycleId);
    for (Line line : lines) {
      digest.update(
          (line.payoutId() + ":" + line.amount() + "\n").getBytes(StandardCharsets.US_ASCII));
      sum = sum.add(line.amount());
    }
    return new Payouts(lines.size(), sum, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
