/** Kafka, the schema registry and the Solana server as child processes on loopback. */
package org.spineregistry.nodes;
