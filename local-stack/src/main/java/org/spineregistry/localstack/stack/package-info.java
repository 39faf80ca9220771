/**
 * The whole system on one machine: nodes and services as child processes over one data directory.
 */
package org.spineregistry.localstack.stack;
