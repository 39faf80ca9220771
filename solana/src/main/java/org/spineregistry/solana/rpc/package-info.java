/**
 * One JSON-RPC endpoint of a Solana cluster: solanaj for transport, with our own result types (its
 * own ones hide {@code err}) and typed failures.
 */
package org.spineregistry.solana.rpc;
