package org.spineregistry.schemas.serde;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Avro 1.12.2 loads a class named by a schema only when it is trusted: ours are, and nothing that a
 * foreign schema names.
 */
final class TrustedClasses {
  private static final ClassSecurityPredicate OURS =
      type ->
          type.getName().startsWith("org.spineregistry.event.")
              || type.getName().startsWith("org.spineregistry.campaign.");

  private TrustedClasses() {}

  static synchronized void install() {
    ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
    if (!(before instanceof Extended)) {
      ClassSecurityValidator.setGlobal(new Extended(before));
    }
  }

  private record Extended(ClassSecurityPredicate before) implements ClassSecurityPredicate {
    @Override
    public boolean isTrusted(Class<?> type) {
      return OURS.isTrusted(type) || before.isTrusted(type);
    }
  }
}
