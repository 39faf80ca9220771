/**
 * Offline verification of a certificate and a dataset. It knows nothing of models and gates, and
 * trusts only what its caller names.
 */
package org.spineregistry.synthesis.verify;
