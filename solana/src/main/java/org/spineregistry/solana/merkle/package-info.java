/** Merkle trees of RFC 6962: many subjects under one root, each with a proof of its own. */
package org.spineregistry.solana.merkle;
