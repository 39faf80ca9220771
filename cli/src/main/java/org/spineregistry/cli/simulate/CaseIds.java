package org.spineregistry.cli.simulate;

import java.util.UUID;

/** Case ids of the form of random UUIDs, from the seed. */
final class CaseIds {
  private final Draws draws;

  CaseIds(Draws draws) {
    this.draws = draws;
  }

  String of(long row) {
    long high = draws.bits("caseId", row, 0) & 0xffffffffffff0fffL | 0x4000L;
    long low = draws.bits("caseId", row, 1) & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
