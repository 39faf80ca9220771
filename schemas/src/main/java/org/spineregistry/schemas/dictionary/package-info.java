/**
 * The data dictionary of a campaign, read from its Avro schema, and cases read with it.
 *
 * <p>Nothing here knows a campaign: names, bounds, hints and rules all come from the schema.
 */
package org.spineregistry.schemas.dictionary;
