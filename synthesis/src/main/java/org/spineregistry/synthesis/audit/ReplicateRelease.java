package org.spineregistry.synthesis.audit;

import org.spineregistry.synthesis.table.Table;

/**
 * What the model of one replicate gave.
 *
 * @param replicate who was a member
 * @param members the patients of the fit
 * @param release its rows
 */
public record ReplicateRelease(Replicate replicate, Table members, Table release) {}
