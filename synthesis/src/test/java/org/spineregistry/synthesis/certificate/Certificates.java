package org.spineregistry.synthesis.certificate;

import java.util.List;
import java.util.Map;

/** A small certificate for tests. */
public final class Certificates {
  /** SHA-256 of the dataset {@link #DATASET}. */
  public static final String DATASET_SHA256 =
      "0546655827c65c0b87e004e1ec00d0384e5d2d97c063fa60a001f5a4e2a0cf52";

  public static final String DATASET = "ageYears\n41\n";

  private static final String ANY = "ab".repeat(32);

  private Certificates() {}

  /** A certified statement over {@link #DATASET}. */
  public static Certificate certified() {
    return with("CERTIFIED", Map.of("imputation", "MEAN", "sizes", List.of(1)), 0.25);
  }

  /** One with another verdict, other parameters and another gate value. */
  public static Certificate with(String verdict, Map<String, Object> parameters, Double value) {
    return new Certificate(
        List.of(new Certificate.Subject("synthetic-1.csv", DATASET_SHA256, 1)),
        "sacroiliac-fusion",
        "0c9d5f4e-6f0a-5d0e-9c77-0f6f7a3b2c11",
        3,
        125L,
        "published-2026",
        verdict,
        new Certificate.CohortFacts(125, ANY, ANY),
        new Certificate.SchemaFacts("org.example.SacroiliacFusionCase", ANY),
        new Certificate.EngineFacts("spine-synthesis", "1", "0".repeat(40), "classic"),
        parameters,
        ANY,
        List.of(
            new Certificate.GateLine(
                "fidelity-ks", "mean p", value, null, null, 0.05, "ABOVE", "PASS", "lowest"),
            new Certificate.GateLine(
                "privacy-mia", "AUROC", 0.57, 0.45, 0.69, null, "REPORTED", "REPORTED", null)));
  }
}
