/**
 * Recognises identifiers of people, places and devices in text: the second line behind the closed
 * schema.
 */
package org.spineregistry.ingestor.identifier;
