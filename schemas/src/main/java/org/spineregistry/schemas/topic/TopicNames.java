package org.spineregistry.schemas.topic;

import java.util.regex.Pattern;

/**
 * Names of the topics in one installation: the declared name behind an optional prefix.
 *
 * @param prefix empty, or lower-case letters, digits, dots and dashes ending in a dot
 */
public record TopicNames(String prefix) {
  private static final Pattern PREFIX = Pattern.compile("([a-z0-9][a-z0-9-]*\\.)*");

  /**
   * @throws IllegalArgumentException when the prefix has another form
   */
  public TopicNames {
    if (prefix == null || !PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "topic prefix: lower-case letters, digits and dashes, each part ended by a dot");
    }
  }

  /** Names without a prefix. */
  public static TopicNames plain() {
    return new TopicNames("");
  }

  public String of(Topic topic) {
    return prefix + topic.name();
  }
}
