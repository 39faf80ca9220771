package org.spineregistry.synthesis.missing;

import java.util.List;

/**
 * Columns that are missing in exactly the same rows.
 *
 * @param columns positions, by name
 * @param missing number of rows that miss them
 * @param implications conditions under which they are always missing: by level, then by block
 * @param atRisk for each row, whether no implication is active
 * @param rowsAtRisk number of rows at risk
 * @param missingAtRisk how many of them miss the block
 * @param latent whether chance decides on rows at risk: enough of them miss it and enough do not
 */
public record Block(
    List<Integer> columns,
    int missing,
    List<Implication> implications,
    boolean[] atRisk,
    int rowsAtRisk,
    int missingAtRisk,
    boolean latent) {
  public Block {
    columns = List.copyOf(columns);
    implications = List.copyOf(implications);
  }

  /** What happens at risk when chance does not decide: whether most of the rows miss the block. */
  public boolean alwaysMissingAtRisk() {
    return !latent && 2 * missingAtRisk > rowsAtRisk;
  }
}
