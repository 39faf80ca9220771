package org.spineregistry.synthesis.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Label of a differentially private fit, gate P8: what is promised, and how it was accounted for.
 *
 * @param budget of the fit
 * @param partsOfRho what each step spends of it; together 1
 * @param patients whose number is public
 * @param columns that were counted
 * @param coarseDeviation standard deviation of the noise of every first count, in patients
 * @param countDeviation the same of every second count, from which the marginals come
 * @param momentDeviation of the noise of every sum of products of scores, in products
 * @param correlationDeviation of a typical correlation, because of the noise alone
 * @param empty columns that no row has, because the schema leaves their levels open
 */
public record PrivacyLabel(
    PrivacyBudget budget,
    Map<String, Double> partsOfRho,
    int patients,
    int columns,
    double coarseDeviation,
    double countDeviation,
    double momentDeviation,
    double correlationDeviation,
    List<String> empty) {

  /** As fields of a document. */
  public Map<String, Object> toFields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("epsilon", budget.epsilon());
    fields.put("delta", budget.delta());
    fields.put("rho", budget.rho());
    fields.put("accounting", "zero-concentrated differential privacy, Gaussian mechanism");
    fields.put("neighbours", "one patient replaced by another; the number of patients is public");
    fields.put("bounds", "ranges and levels of the declared schema, never of the data");
    fields.put("covers", "the model and every row drawn from it, however many");
    fields.put(
        "doesNotCover", "figures computed from the cohort beside it, such as distances or gates");
    fields.put("moreReleases", "the rho of all releases of one cohort add up");
    fields.put("patients", patients);
    fields.put("countedColumns", columns);
    fields.put("partsOfRho", partsOfRho);
    fields.put("coarseCountNoiseSd", coarseDeviation);
    fields.put("countNoiseSd", countDeviation);
    fields.put("momentNoiseSd", momentDeviation);
    fields.put("correlationNoiseSd", correlationDeviation);
    fields.put("emptyColumns", empty);
    return fields;
  }
}
