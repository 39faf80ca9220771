/** The codes that intake adds to those of the data dictionary. */
package org.spineregistry.ingestor.code;
