package org.spineregistry.solana.rpc;

import java.util.List;
import java.util.Optional;

/**
 * @param contextSlot the newest slot that the answering endpoint had seen
 * @param values one for each signature, in the order asked; empty when the endpoint knows of no
 *     such transaction
 */
public record SignatureStatuses(long contextSlot, List<Optional<SignatureStatus>> values) {}
