/** What every model can do: be fitted to a cohort and give rows. */
package org.spineregistry.synthesis.model;
