/** Independent tasks side by side. Results never depend on the number of threads. */
package org.spineregistry.synthesis.parallel;
