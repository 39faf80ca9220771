/** What would help a run that was not certified, with the effect that its own data predict. */
package org.spineregistry.synthesis.advice;
