/**
 * The audit: models fitted without a part of the patients, so that each patient is a member of some
 * and a stranger to others.
 */
package org.spineregistry.synthesis.audit;
