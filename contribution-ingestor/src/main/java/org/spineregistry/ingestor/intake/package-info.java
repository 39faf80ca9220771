/**
 * Intake on Kafka: every submission is checked, compared with the history of its case, and
 * answered, exactly once.
 */
package org.spineregistry.ingestor.intake;
