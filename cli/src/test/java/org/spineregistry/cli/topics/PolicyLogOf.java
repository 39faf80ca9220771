package org.spineregistry.cli.topics;

import java.util.List;
import org.spineregistry.cli.policy.PolicyLog;
import org.spineregistry.nodes.TestCluster;

/** The policy in force, read by its own consumer. */
record PolicyLogOf(String prefix) {
  List<Long> thresholds() {
    TestCluster cluster = TestCluster.shared();
    Installation installation =
        new Installation(cluster.bootstrapServers(), cluster.registryUrl(), prefix);
    return new PolicyLog(installation).latest("sacroiliac-fusion").orElseThrow().getThresholds();
  }
}
