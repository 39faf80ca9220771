package org.spineregistry.synthesis.report;

/** One fact of where the release comes from, such as the digest of the schema. */
public record LineageEntry(String key, String value) {}
