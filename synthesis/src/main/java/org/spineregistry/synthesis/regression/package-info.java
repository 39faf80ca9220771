/** Linear regressions with intervals, and whether two of them agree. */
package org.spineregistry.synthesis.regression;
