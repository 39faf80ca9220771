package org.spineregistry.anchor.publish;

import java.time.Instant;
import java.util.List;
import org.spineregistry.event.AnchorIntent;

/**
 * An intent as it stands now, for people.
 *
 * @param stuck open for longer than expected
 * @param openSince when the publisher took it up
 * @param doubts what stands in the way of a decision
 */
public record AnchorRow(
    AnchorIntent intent, boolean stuck, Instant openSince, List<String> doubts) {}
