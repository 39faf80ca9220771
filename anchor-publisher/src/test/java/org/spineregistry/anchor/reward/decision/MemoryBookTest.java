package org.spineregistry.anchor.reward.decision;

class MemoryBookTest extends RewardBookContract {
  @Override
  protected RewardBook book() {
    return new MemoryBook();
  }
}
