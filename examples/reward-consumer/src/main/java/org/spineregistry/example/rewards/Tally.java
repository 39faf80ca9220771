package org.spineregistry.example.rewards;

/** What one run has read. */
final class Tally {
  private int booked;
  private int known;
  private int replayed;

  void count(boolean isNew, boolean isReplay) {
    if (isNew) {
      booked++;
    } else {
      known++;
      replayed += isReplay ? 1 : 0;
    }
  }

  @Override
  public String toString() {
    return "%,d decisions booked, %,d known before (%,d of them marked as a replay)"
        .formatted(booked, known, replayed);
  }
}
