/** What intake says to others, as events of the contract: codes and places, never a value. */
package org.spineregistry.ingestor.event;
