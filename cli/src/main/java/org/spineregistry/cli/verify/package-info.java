/**
 * Tells whether a dataset is what a certificate says, and whether that certificate stands on the
 * ledger. Needs two files, a trust root and an RPC endpoint; no Kafka, no account.
 */
package org.spineregistry.cli.verify;
