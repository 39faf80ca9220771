package org.spineregistry.synthesis.survivaltime;

/**
 * How observation ended.
 *
 * @param time of the end
 * @param cause that came first
 */
public record End(double time, int cause) {}
