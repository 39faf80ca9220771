/**
 * A campaign's data dictionary as the synthesis library wants it: columns, contract, tables. Knows
 * both sides, so that neither knows the other.
 */
package org.spineregistry.tables;
