/** Ed25519 keys, signatures and their files. */
package org.spineregistry.synthesis.signature;
