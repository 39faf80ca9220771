/**
 * Checks an anchor against a cluster. Whom to trust is an argument, never part of what is checked.
 */
package org.spineregistry.solana.verify;
