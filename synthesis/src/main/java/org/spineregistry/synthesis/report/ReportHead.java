package org.spineregistry.synthesis.report;

import java.util.List;
import org.spineregistry.synthesis.dataset.DatasetFile;

/**
 * What was judged, by what, and what it came to.
 *
 * @param source campaign, or name of the file that the cohort was read from
 * @param patients N of the cohort
 * @param variables columns of the cohort
 * @param releaseRows synthetic patients that were judged together; a dataset in two formats counts
 *     once
 * @param profile name of the gate profile that decides, such as {@code rigorous}
 * @param profileVersion version of its bounds
 * @param tier {@code PUBLIC} or {@code CONTROLLED}; null when the profile has none
 * @param verdict of the run
 * @param seedSha256 commitment to the secret seed; null when the run broke before it had one
 * @param engine the code that ran, such as {@code spine-synthesis 2 rigorous}
 * @param datasets the files of the release; empty when none may leave the house
 */
public record ReportHead(
    String source,
    int patients,
    int variables,
    long releaseRows,
    String profile,
    String profileVersion,
    String tier,
    ReportVerdict verdict,
    String seedSha256,
    String engine,
    List<DatasetFile> datasets) {
  public ReportHead {
    datasets = List.copyOf(datasets);
    if (source.isBlank() || patients < 0 || variables < 0 || releaseRows < 0) {
      throw new IllegalArgumentException("a report names its source and counts nothing below 0");
    }
  }

  /** Profile and tier, such as {@code rigorous/PUBLIC}. */
  public String profileAndTier() {
    return tier == null ? profile : profile + "/" + tier;
  }
}
