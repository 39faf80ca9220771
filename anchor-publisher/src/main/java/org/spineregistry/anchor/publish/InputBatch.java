package org.spineregistry.anchor.publish;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What came out of a poll of completed cycles.
 *
 * @param intents QUEUED, of subjects that were unknown
 * @param letters dead letters of records that nobody can process
 * @param offsets up to where the input is dealt with
 */
record InputBatch(
    List<Tracked> intents,
    List<ProducerRecord<byte[], byte[]>> letters,
    Map<TopicPartition, OffsetAndMetadata> offsets,
    ConsumerGroupMetadata group) {}
