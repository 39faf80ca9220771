package org.spineregistry.synthesis.contract;

import java.util.List;

/**
 * A declared analysis whose result a release must keep: a linear regression of a number.
 *
 * @param target number column
 * @param predictors number columns as they are; categories as one indicator for each level but the
 *     first of the schema
 */
public record Regression(String target, List<String> predictors) {
  public Regression {
    predictors = List.copyOf(predictors);
  }
}
