package org.spineregistry.example.rewards;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says what is in the book: per cycle, per state, per beneficiary. */
final class Summary {
  private static final int SHOWN = 20;

  private final Book book;
  private final Manifests manifests;

  Summary(Book book, Manifests manifests) {
    this.book = book;
    this.manifests = manifests;
  }

  /**
   * @param state of the payment if there is one, else of the payout
   */
  private record Line(
      String beneficiary,
      String state,
      BigInteger amount,
      BigInteger cut,
      String unit,
      int decimals) {

    String tokens(BigInteger baseUnits) {
      BigDecimal tokens = new BigDecimal(baseUnits, decimals);
      return (tokens.signum() == 0 ? "0" : tokens.stripTrailingZeros().toPlainString())
          + " "
          + unit;
    }
  }

  void print(PrintWriter out) throws SQLException {
    for (Manifests.Comparison cycle : manifests.compare()) {
      out.printf(
          "Cycle %s: %s, %,d of %,d payouts%n",
          cycle.cycleId(),
          cycle.isComplete() ? "complete" : "INCOMPLETE",
          cycle.booked().count(),
          cycle.manifest().count());
    }
    List<Line> lines = lines();
    by(lines, Line::state)
        .forEach((state, of) -> out.printf("  %-12s %,8d  %28s%n", state, of.size(), sum(of)));
    BigInteger cut = total(lines, Line::cut);
    if (cut.signum() > 0) {
      out.printf("  %-12s %8s  %28s%n", "cut by caps", "", lines.get(0).tokens(cut));
    }
    beneficiaries(lines, out);
    out.flush();
  }

  private static void beneficiaries(List<Line> lines, PrintWriter out) {
    Map<String, List<Line>> each = by(lines, Line::beneficiary);
    out.printf("%-28s %22s %22s %22s%n", "Beneficiary", "paid", "owed", "held");
    each.entrySet().stream()
        .limit(SHOWN)
        .forEach(
            one ->
                out.printf(
                    "%-28s %22s %22s %22s%n",
                    one.getKey(),
                    sum(one.getValue(), "SETTLED"),
                    sum(one.getValue(), "APPROVED", "ORDERED", "FAILED", "DEDUCTED"),
                    sum(one.getValue(), "HELD")));
    if (each.size() > SHOWN) {
      out.printf("and %,d more%n", each.size() - SHOWN);
    }
  }

  private List<Line> lines() throws SQLException {
    return book.all(
        row ->
            new Line(
                row.getString(1),
                row.getString(2),
                new BigInteger(row.getString(3)),
                new BigInteger(row.getString(4)),
                row.getString(5),
                row.getInt(6)),
        "SELECT beneficiary_id, coalesce(state, standing), amount, cut, symbol, decimals FROM payout"
            + " LEFT JOIN payment USING (payout_id)");
  }

  private static Map<String, List<Line>> by(List<Line> lines, Function<Line, String> key) {
    return lines.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static String sum(List<Line> lines, String... states) {
    return sum(lines.stream().filter(l -> List.of(states).contains(l.state())).toList());
  }

  /** One sum a currency. */
  private static String sum(List<Line> lines) {
    return lines.isEmpty()
        ? "-"
        : by(lines, Line::unit).values().stream()
            .map(same -> same.get(0).tokens(total(same, Line::amount)))
            .collect(Collectors.joining(", "));
  }

  private static BigInteger total(List<Line> lines, Function<Line, BigInteger> part) {
    return lines.stream().map(part).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
