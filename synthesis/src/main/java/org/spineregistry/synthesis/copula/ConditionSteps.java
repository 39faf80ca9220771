package org.spineregistry.synthesis.copula;

import java.util.List;
import org.spineregistry.synthesis.step.Steps;

/**
 * Steps of the observed values of each column, null for a column without a latent number: what
 * conditional sampling needs.
 */
record ConditionSteps(List<Steps> byColumn) {}
