package org.spineregistry.synthesis.classic;

import java.util.Map;
import org.spineregistry.synthesis.model.Acceptance;
import org.spineregistry.synthesis.model.SampledRows;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.model.SyntheticModel;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;

/** The published method as one of the engine's models. */
public record ClassicSynthesizer(ClassicOptions options, Seed seed) implements Synthesizer {
  /** Name in policies and certificates. */
  public static final String NAME = "classic";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SyntheticModel fit(Table cohort, String label) {
    return new Fitted(ClassicCopula.fit(cohort, options, seed, label));
  }

  /** It knows no rules, so that every draw becomes a row. */
  private record Fitted(ClassicModel model) implements SyntheticModel {
    @Override
    public SampledRows sample(int rows, String label) {
      return new SampledRows(model.sample(rows, label), Acceptance.all(rows));
    }

    @Override
    public int latents() {
      return model.latents();
    }

    @Override
    public int pairs() {
      return latents() * (latents() - 1) / 2;
    }

    @Override
    public Map<String, Object> parameters() {
      return model.parameters().toMap();
    }
  }
}
