/** Times to an event under censoring, and whether a release keeps what they say. */
package org.spineregistry.synthesis.survival;
