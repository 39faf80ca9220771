/**
 * The proof bundle, version 1: one small file that shows, without any network, that a publisher
 * signed a transaction with a subject's digest.
 */
package org.spineregistry.solana.proof;
