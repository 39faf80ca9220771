/**
 * Special functions whose result is the same on every JVM: only exact operations and {@link
 * StrictMath}.
 */
package org.spineregistry.synthesis.special;
