#!/usr/bin/env python3
"""A sample reward system: reads payouts, pays each once, reports back. See ../README.md.

Needs confluent-kafka and avro (Debian: python3-confluent-kafka, python3-avro). It keeps the Java sample's book.
"""
import argparse
import io
import json
import sqlite3
import struct
import sys
import urllib.request
from pathlib import Path

import avro.io
import avro.schema
from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, Producer, TopicPartition

from reward_book import Bookkeeper, BookProblem, Cashier, PaymentList, open_book, summary


class Registry:
    """Confluent's wire format: a zero byte, the id of the writer's schema in four bytes, Avro binary."""

    def __init__(self, url):
        self.url, self.readers, self.writers = url.rstrip("/"), {}, {}

    def _get(self, path):
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:
            return json.load(answer)

    def decode(self, data):
        magic, schema_id = struct.unpack(">bI", data[:5])
        if magic != 0:
            raise ValueError("not in Confluent's wire format")
        if schema_id not in self.readers:
            schema = avro.schema.parse(self._get(f"/schemas/ids/{schema_id}")["schema"])
            self.readers[schema_id] = avro.io.DatumReader(schema)
        return self.readers[schema_id].read(avro.io.BinaryDecoder(io.BytesIO(data[5:])))

    def encode(self, topic, value):
        if topic not in self.writers:
            latest = self._get(f"/subjects/{topic}-value/versions/latest")
            self.writers[topic] = latest["id"], avro.io.DatumWriter(avro.schema.parse(latest["schema"]))
        schema_id, writer = self.writers[topic]
        out = io.BytesIO(struct.pack(">bI", 0, schema_id))
        out.seek(5)
        writer.write(value, avro.io.BinaryEncoder(out))
        return out.getvalue()


def decoded(registry, message):
    """The event; None of a tombstone. What cannot be read stops the program: skipped, it would never be paid."""
    try:
        return registry.decode(message.value()) if message.value() else None
    except OSError:
        raise  # the registry, not the record
    except Exception:
        raise ValueError(f"cannot read {message.topic()}-{message.partition()} at offset {message.offset()}") from None


def sender(kafka, registry, topic):
    # Java's partitioner, so that the reports on a payout lie in one partition whoever writes them
    producer = Producer({"bootstrap.servers": kafka, "enable.idempotence": True, "partitioner": "murmur2_random"})

    def send(reports):
        failures = []
        for report in reports:
            producer.produce(topic, key=report["payoutId"], value=registry.encode(topic, report),
                             on_delivery=lambda error, _: error and failures.append(error))
            producer.poll(0)
        if producer.flush(60) or failures:
            raise KafkaException(failures[0] if failures else KafkaError(KafkaError._TIMED_OUT))
    return send


def work(options):
    """Reads, books, pays and reports, again and again. It may be killed at any point."""
    folder = Path(options.book)
    folder.mkdir(parents=True, exist_ok=True)
    book, payer = open_book(folder / "book.db"), PaymentList(folder / "payments.csv")
    registry = Registry(options.registry)
    cashier = Cashier(book, payer, sender(options.kafka, registry, options.prefix + "spine.reward.settled.v1"))
    bookkeeper = Bookkeeper(book)
    consumer = Consumer({
        "bootstrap.servers": options.kafka, "group.id": options.group,
        "isolation.level": "read_committed",  # or payouts of transactions that were undone are paid
        "enable.auto.commit": False, "enable.partition.eof": True,
        "auto.offset.reset": "error"})  # the book says where to read; a gap must stop us
    partitions = []
    for name in ("spine.reward.granted.v1", "spine.certification.status.v1"):
        found = consumer.list_topics(options.prefix + name, timeout=15).topics[options.prefix + name]
        if found.error or not found.partitions:
            raise KafkaException(found.error)
        for partition in found.partitions:
            row = book.execute("SELECT next_offset FROM progress WHERE topic = ? AND partition = ?",
                               (found.topic, partition)).fetchone()
            partitions.append(TopicPartition(found.topic, partition, row[0] if row else OFFSET_BEGINNING))
    consumer.assign(partitions)
    cashier.retry_failed()
    cashier.settle()
    at_end, told = set(), False
    while not (options.once and told):
        records = []
        for message in consumer.consume(500, timeout=0.5):
            where = message.topic(), message.partition()
            if not message.error():
                at_end.discard(where)
                event = decoded(registry, message)
                replay = ("spine-replay", b"true") in (message.headers() or [])
                records.append((*where, message.offset(), replay, event))
            elif message.error().code() == KafkaError._PARTITION_EOF:
                at_end.add(where)
            elif not message.error().retriable():
                raise KafkaException(message.error())
        if records:
            bookkeeper.book_batch(records)
            cashier.settle()
            consumer.commit(offsets=[TopicPartition(*row) for row in book.execute("SELECT * FROM progress")])
            told = False  # to the broker only for whoever watches the lag
        if not told and len(at_end) == len(partitions):
            print(f"{bookkeeper.booked:,} decisions booked, {bookkeeper.known:,} known before"
                  f" ({bookkeeper.replayed:,} of them marked as a replay)")
            summary(book)
            sys.stdout.flush()
            told = True


def main():
    parser = argparse.ArgumentParser(
        description="Reads payouts, writes each once into a payment list, reports it as settled.")
    parser.add_argument("--kafka", required=True, help="brokers, host:port")
    parser.add_argument("--registry", required=True, help="schema registry, http address")
    parser.add_argument("--prefix", default="", help="what topic names begin with")
    parser.add_argument("--group", default="reward-consumer", help="name under which the broker shows the lag")
    parser.add_argument("--book", default="reward-book", help="folder of book.db and payments.csv")
    parser.add_argument("--once", action="store_true", help="ends when everything that is there is paid")
    try:
        work(parser.parse_args())
    except BookProblem as problem:
        print(f"Stopped, nothing is paid on: {problem}", file=sys.stderr)
        sys.exit(3)
    except (KafkaException, OSError, sqlite3.Error, ValueError) as problem:
        print(f"Stopped: {problem}", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
