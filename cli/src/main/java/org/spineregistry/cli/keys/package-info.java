/** The list of keys that verifiers trust, signed by a root key. */
package org.spineregistry.cli.keys;
