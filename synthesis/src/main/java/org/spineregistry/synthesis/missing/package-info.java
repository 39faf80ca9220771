/** How missing cells come in blocks, which follow from other cells, and which happen by chance. */
package org.spineregistry.synthesis.missing;
