package org.spineregistry.anchor.settlement;

import org.spineregistry.anchor.settlement.plan.Payment;

/**
 * A payment whose recipient was looked at.
 *
 * @param createsAccount whether the recipient has no account for the token
 */
record ReadyPayment(Payment payment, boolean createsAccount) {}
