package org.spineregistry.synthesis.run;

/**
 * The code that fitted and generated. The version changes whenever the same inputs and seed would
 * give other bytes.
 *
 * @param name of the library
 * @param version of its arithmetic
 * @param model that was fitted
 */
public record EngineInfo(String name, String version, String model) {
  static final EngineInfo CLASSIC = new EngineInfo("spine-synthesis", "1", "classic");

  static final EngineInfo STEP = new EngineInfo("spine-synthesis", "1", "step-copula");
}
