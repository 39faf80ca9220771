/**
 * Payments in an SPL token: mints and token accounts as bytes, and transactions that pay many
 * wallets at once. Instructions are our own: solanaj's are bound to the older token program.
 */
package org.spineregistry.solana.token;
