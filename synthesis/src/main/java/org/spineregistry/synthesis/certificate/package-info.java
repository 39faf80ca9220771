/**
 * The certificate: an in-toto Statement v1 in a DSSE envelope, signed with Ed25519, in canonical
 * bytes. {@code docs/certificate.md} describes the format.
 */
package org.spineregistry.synthesis.certificate;
