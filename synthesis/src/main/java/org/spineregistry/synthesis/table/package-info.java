/** A typed, immutable, columnar table and its canonical CSV form. */
package org.spineregistry.synthesis.table;
