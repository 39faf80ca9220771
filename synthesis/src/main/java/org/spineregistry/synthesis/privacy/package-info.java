/** Differential privacy: a budget, integer noise, and counts after it. */
package org.spineregistry.synthesis.privacy;
