/**
 * A simulated cohort with the published distributions and correlations of the registry's two
 * campaigns: for demonstrations and tests, never evidence. Pure: a seed in, cases out.
 */
package org.spineregistry.cli.simulate;
