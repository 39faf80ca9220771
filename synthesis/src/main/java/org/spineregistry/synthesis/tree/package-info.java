/** Gradient boosted trees, and whether they can tell a release from its cohort. */
package org.spineregistry.synthesis.tree;
