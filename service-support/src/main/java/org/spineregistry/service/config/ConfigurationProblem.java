package org.spineregistry.service.config;

/**
 * A setting has a value that cannot work. The message names the key and the rule, never a secret.
 */
public final class ConfigurationProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigurationProblem(String key, String rule) {
    super(key + ": " + rule);
  }

  /**
   * @throws ConfigurationProblem unless the condition holds
   */
  public static void unless(boolean holds, String key, String rule) {
    if (!holds) {
      throw new ConfigurationProblem(key, rule);
    }
  }
}
