package org.spineregistry.synthesis.audit;

/**
 * What one replicate showed.
 *
 * @param replicate who was a member
 * @param distances Euclidean distance of every patient to the nearest row of the replicate's
 *     release
 * @param fromSynthetic predicted outcome of every stranger by a model trained on the release; NaN
 *     for members and when there is no prediction task
 * @param fromReal the same, trained on the members
 */
public record ReplicateEvidence(
    Replicate replicate, double[] distances, double[] fromSynthetic, double[] fromReal) {}
