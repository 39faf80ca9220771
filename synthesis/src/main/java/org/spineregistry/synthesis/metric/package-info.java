/** Statistics that gates are made of: arrays in, numbers out, no verdicts. */
package org.spineregistry.synthesis.metric;
