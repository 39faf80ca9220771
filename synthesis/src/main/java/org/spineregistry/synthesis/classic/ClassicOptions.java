package org.spineregistry.synthesis.classic;

import java.util.Optional;
import org.spineregistry.synthesis.marginal.Family;

/**
 * Choices of the classic mode.
 *
 * @param imputation what happens to missing cells before the fit
 * @param family one family for all number columns; empty chooses the best of seven for each column
 */
public record ClassicOptions(Imputation imputation, Optional<Family> family) {
  /** The published choices: mean imputation, best of seven. */
  public static ClassicOptions published() {
    return new ClassicOptions(Imputation.MEAN, Optional.empty());
  }
}
