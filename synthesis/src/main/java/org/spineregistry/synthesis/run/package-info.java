/** One certification run: fit, generate, audit, judge. The entry point of a worker. */
package org.spineregistry.synthesis.run;
