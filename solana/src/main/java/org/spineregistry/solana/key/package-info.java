/** Addresses, Ed25519 signatures and where signing keys live. */
package org.spineregistry.solana.key;
