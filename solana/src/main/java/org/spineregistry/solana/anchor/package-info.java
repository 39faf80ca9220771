/**
 * What an anchor is, byte for byte: memo, transaction, and the strict reading of both ({@code
 * docs/anchor-format.md}).
 */
package org.spineregistry.solana.anchor;
