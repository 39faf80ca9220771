package org.spineregistry.synthesis.run;

import java.util.List;

/** What the test run gave when engine version 2 was released. */
final class GoldenRun {
  static final List<String> DIGESTS =
      List.of(
          "7cb2f0f76f23f892a037240178efc171e25b5a450c11d3924293ca5bbe463901",
          "cc0e1801fd3d265fd181c155b3800bf15c22d76d9a2aae31cc55eb22deaaef06");
  static final List<Double> GATE_VALUES =
      List.of(
          0.38076464002220906,
          0.03518348759891252,
          0.4039887162842234,
          0.2300992457151575,
          1.0710838465111285,
          0.712,
          0.5572916666666666,
          1.0);

  private GoldenRun() {}
}
