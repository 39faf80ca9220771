/** How faithful a release is to its cohort: statistics column by column and pair by pair. */
package org.spineregistry.synthesis.fidelity;
