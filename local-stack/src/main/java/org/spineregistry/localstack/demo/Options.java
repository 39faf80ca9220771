package org.spineregistry.localstack.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a user can say to the quickstart. */
public final class Options {
  @Option(
      names = "--once",
      description = "Stop everything at the end instead of waiting for Ctrl-C.")
  boolean once;

  @Option(
      names = "--campaign",
      paramLabel = "ID",
      defaultValue = "sacroiliac-fusion",
      description = "Campaign to play. Default: ${DEFAULT-VALUE}.")
  String campaign;

  @Option(
      names = "--input",
      paramLabel = "FILE.csv",
      description = {
        "Cases to submit. Default: a simulated cohort of 1,000 cases,",
        "for sacroiliac-fusion and lumbar-fusion."
      })
  Path input;

  @Option(
      names = "--threshold",
      paramLabel = "N",
      description = {
        "Registry size that asks for a certification; may be repeated.",
        "Default: the number of cases that are accepted."
      })
  List<Integer> thresholds = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "rigorous/CONTROLLED",
      description = {
        "Gate profile: rigorous/CONTROLLED, rigorous/PUBLIC or published-2026.",
        "Default: ${DEFAULT-VALUE}."
      })
  String profile = "rigorous/CONTROLLED";

  @Option(
      names = "--summary",
      paramLabel = "FILE.json",
      description = "Also write the summary as JSON.")
  Path summary;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "data",
      description = {
        "Where everything is kept. A second start resumes from there",
        "and certifies nothing twice. Default: ./${DEFAULT-VALUE}"
      })
  Path dataDir;

  @Option(
      names = "--seed",
      paramLabel = "HEX",
      description = {
        "32 secret bytes, 64 hexadecimal digits: ids of cases without one",
        "and the synthetic data follow from it. Default: made at the first start."
      })
  String seed;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "18080",
      description = "First of eight ports on loopback. Default: ${DEFAULT-VALUE}.")
  int portBase;

  /** Filled by the command line. */
  public Options() {}
}
