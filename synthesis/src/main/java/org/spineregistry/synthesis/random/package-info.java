/**
 * Random numbers as a pure function of (seed, label, row, attempt, draw): nothing depends on which
 * thread asked first.
 */
package org.spineregistry.synthesis.random;
