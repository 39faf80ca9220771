package org.spineregistry.anchor.settlement;

import java.util.List;

/**
 * A batch as it stands now, for people.
 *
 * @param stuck open for longer than expected
 * @param doubts what stands in the way of a decision
 */
public record SettlementRow(Batch batch, boolean stuck, List<String> doubts) {}
