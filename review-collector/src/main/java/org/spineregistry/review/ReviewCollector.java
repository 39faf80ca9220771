package org.spineregistry.review;

import jakarta.inject.Singleton;
import java.util.Map;
import org.spineregistry.service.health.Component;
import org.spineregistry.service.health.Condition;

/**
 * The service as a whole. It has no dependency that could be at fault, so it works as soon as it is
 * there.
 */
@Singleton
final class ReviewCollector implements Component {
  @Override
  public String name() {
    return "review-collector";
  }

  @Override
  public Condition condition() {
    return Condition.WORKING;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("topics", 0);
  }
}
