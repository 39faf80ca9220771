package org.spineregistry.cli.simulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.random.Seed;

/**
 * Simulated cases of a campaign from the registry's published distributions and a factor model. The
 * same campaign and seed give the same cases, and a larger cohort begins with the smaller one.
 */
public final class SimulatedCohort {
  private static final Shares<Long> YEARS = Shares.counting(2019, 8, 12, 16, 20, 22, 22);

  private final Draws draws;
  private final Shares<Site> sites;
  private final CaseIds ids;
  private final Baseline baseline;
  private final Surgery surgery;
  private final Complications complications;
  private final Course course;
  private final Outcomes outcomes;
  private final Losses losses;

  private SimulatedCohort(
      DataDictionary dictionary, Seed seed, Population population, Surgery surgery) {
    this.draws = new Draws(seed, dictionary.campaignId());
    this.sites = Site.all(draws);
    this.ids = new CaseIds(draws);
    this.baseline = new Baseline(population);
    this.surgery = surgery;
    this.complications = new Complications(population);
    this.course = new Course(population);
    this.outcomes = new Outcomes(population);
    this.losses = new Losses(dictionary);
  }

  /** Campaigns that can be simulated. */
  public static List<String> campaigns() {
    return List.of("lumbar-fusion", "sacroiliac-fusion");
  }

  /**
   * A cohort of a campaign.
   *
   * @param size number of cases, at least 1
   * @throws IllegalArgumentException for a campaign whose patients are not described here
   */
  public static List<SimulatedCase> of(DataDictionary dictionary, int size, Seed seed) {
    SimulatedCohort cohort =
        switch (dictionary.campaignId()) {
          case "sacroiliac-fusion" -> {
            Population population = SacroiliacPopulation.numbers();
            yield new SimulatedCohort(
                dictionary, seed, population, new SacroiliacSurgery(population));
          }
          case "lumbar-fusion" -> {
            Population population = LumbarPopulation.numbers();
            yield new SimulatedCohort(dictionary, seed, population, new LumbarSurgery(population));
          }
          default ->
              throw new IllegalArgumentException("no population of " + dictionary.campaignId());
        };
    return LongStream.range(0, size).mapToObj(cohort::patient).toList();
  }

  private SimulatedCase patient(long row) {
    Site site = sites.at(draws.uniform("site", row));
    Patient patient = new Patient(draws, row, site);
    baseline.fill(patient);
    surgery.fill(patient);
    complications.fill(patient);
    course.fill(patient);
    outcomes.fill(patient);
    losses.fill(patient);
    return new SimulatedCase(header(patient), patient.values(), patient.reasons());
  }

  private Map<String, String> header(Patient patient) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("caseId", ids.of(patient.row()));
    header.put("siteId", patient.site().id());
    header.put("contributorId", patient.site().contributor(patient.uniform("contributor")));
    header.put("revision", "1");
    header.put("operationYear", YEARS.at(patient.uniform("operationYear")).toString());
    header.put("consentBasis", "NON_OPPOSITION");
    return header;
  }
}
