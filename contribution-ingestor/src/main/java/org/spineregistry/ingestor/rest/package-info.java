/**
 * Intake by REST: cases as JSON, one or many, checked here, sent to Kafka, answered when the
 * topology has decided.
 */
package org.spineregistry.ingestor.rest;
