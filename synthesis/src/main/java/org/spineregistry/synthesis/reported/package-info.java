/**
 * What a run shows beside its gates and never decides by: detection, distances, survival, groups of
 * patients.
 */
package org.spineregistry.synthesis.reported;
