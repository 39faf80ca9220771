/** Conditions that rows must meet, such as {@code procedure=SIJF,ageYears>=60}. */
package org.spineregistry.synthesis.condition;
