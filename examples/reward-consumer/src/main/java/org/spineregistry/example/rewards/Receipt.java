package org.spineregistry.example.rewards;

/**
 * What became of a payment.
 *
 * @param note signature of the transaction that paid, or a code of why it could not be; may be null
 *     of what was paid without a chain
 */
record Receipt(boolean isPaid, String note) {}
