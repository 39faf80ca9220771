package org.spineregistry.synthesis.control;

import java.util.Optional;
import java.util.function.IntFunction;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Table;

/**
 * Plants faults. Pure functions of the fields.
 *
 * @param patients of the fit
 * @param release faithful rows of a model of theirs
 * @param contract what the release keeps
 * @param stream random numbers of this planter alone
 */
public record FaultPlanter(Table patients, Table release, Contract contract, RandomStream stream) {
  /** Attempts of the stream beside those of {@link Faults}. */
  private static final int COLUMN = 100;

  private static final int LEAK = 101;
  private static final int RULES = 102;

  private static final double NOISE = 0.01;
  private static final double SHIFT = 0.5;
  private static final double BROKEN = 0.05;

  /** The release with a fault; empty when schema or patients do not allow it. */
  public Optional<Table> plant(PlantedFault fault) {
    Faults faults = new Faults(patients, stream);
    return switch (fault) {
      case NONE -> Optional.of(release);
      case COPIES -> Optional.of(faults.copies(release.rows()));
      case NOISY_COPIES -> Optional.of(faults.noisyCopies(release.rows(), NOISE));
      case INDEPENDENT -> Optional.of(faults.independentColumns(release.rows()));
      case COLLAPSED -> inColumn(column -> Faults.collapsed(release, column));
      case SHIFTED -> inColumn(column -> faults.shifted(release, column, SHIFT));
      case LEAKED_EXTREME ->
          Optional.ofNullable(
              LeakedExtreme.in(release, patients, contract.derived().names(), stream, LEAK));
      case BROKEN_RULES ->
          Optional.ofNullable(BrokenRows.in(release, contract, BROKEN, stream, RULES));
      case SCATTERED -> hasGaps() ? Optional.of(faults.scattered(release)) : Optional.empty();
    };
  }

  private Optional<Table> inColumn(IntFunction<Table> planted) {
    int column = FineNumbers.one(patients, stream, COLUMN);
    return column < 0 ? Optional.empty() : Optional.of(planted.apply(column));
  }

  private boolean hasGaps() {
    for (int column = 0; column < release.columns().size(); column++) {
      int missing = release.missing(column);
      if (missing > 0 && missing < release.rows()) {
        return true;
      }
    }
    return false;
  }
}
