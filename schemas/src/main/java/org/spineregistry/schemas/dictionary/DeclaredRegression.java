package org.spineregistry.schemas.dictionary;

import java.util.List;

/**
 * An analysis whose result a synthetic release must keep: a linear regression of a number.
 *
 * @param target name of an INTEGER or NUMBER
 * @param predictors names of variables that are no sets, at least one
 */
public record DeclaredRegression(String target, List<String> predictors) {

  public DeclaredRegression {
    predictors = List.copyOf(predictors);
  }
}
