/**
 * The report of a run as one tree of values, the figures computed from cohort and release, and its
 * JSON form. No value of a single patient is in it: figures show groups of at least five.
 */
package org.spineregistry.synthesis.report;
