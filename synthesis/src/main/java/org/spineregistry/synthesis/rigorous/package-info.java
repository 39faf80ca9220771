/**
 * Profile {@code rigorous}: gates that catch every planted fault, with intervals and with baselines
 * on patients that the model did not see.
 */
package org.spineregistry.synthesis.rigorous;
