/** Releases with a planted fault, which gates must see. */
package org.spineregistry.synthesis.control;
