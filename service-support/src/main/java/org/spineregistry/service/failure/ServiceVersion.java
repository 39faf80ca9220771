package org.spineregistry.service.failure;

/** Version of the running code, from the jar's manifest. */
public final class ServiceVersion {
  private ServiceVersion() {}

  public static String of(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
