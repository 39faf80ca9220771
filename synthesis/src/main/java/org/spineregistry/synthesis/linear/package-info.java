/**
 * The little linear algebra that is needed, written with exact operations and square roots only.
 */
package org.spineregistry.synthesis.linear;
