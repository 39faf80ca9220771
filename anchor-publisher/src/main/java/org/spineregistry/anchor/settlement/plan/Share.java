package org.spineregistry.anchor.settlement.plan;

import java.math.BigInteger;

/**
 * A payout's part in a payment.
 *
 * @param version of the report that will tell of it
 * @param due what is left of its amount after the reversals so far, above 0
 * @param paid what of it is paid now; the rest is kept back against an earlier overpayment
 */
public record Share(String payoutId, int version, BigInteger due, BigInteger paid) {}
