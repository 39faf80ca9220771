/**
 * Times to an event as latent failure times, one for each way in which observation can end: the
 * earliest of them is the time and says what ended it.
 */
package org.spineregistry.synthesis.survivaltime;
