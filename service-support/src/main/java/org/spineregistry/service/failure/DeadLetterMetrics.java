package org.spineregistry.service.failure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/** Lets the dead letters of every service be counted, without any service having to think of it. */
@Singleton
final class DeadLetterMetrics implements BeanCreatedEventListener<DeadLetters> {
  private final BeanProvider<MeterRegistry> registry;

  DeadLetterMetrics(BeanProvider<MeterRegistry> registry) {
    this.registry = registry;
  }

  @Override
  public DeadLetters onCreated(BeanCreatedEvent<DeadLetters> event) {
    return event.getBean().countedIn(registry.get());
  }
}
