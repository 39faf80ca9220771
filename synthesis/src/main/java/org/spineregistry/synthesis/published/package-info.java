/**
 * The gates of the 2026 publication (doi 10.64898/2026.04.07.26350316), computed as literally as
 * its abstract allows.
 */
package org.spineregistry.synthesis.published;
