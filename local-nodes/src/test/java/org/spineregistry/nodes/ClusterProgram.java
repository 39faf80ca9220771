package org.spineregistry.nodes;

import java.util.concurrent.CountDownLatch;

/**
 * A program on a plain class path that uses the shared cluster. Argument {@code wait}: it does not
 * end by itself.
 */
final class ClusterProgram {
  private ClusterProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    TestCluster cluster = TestCluster.shared();
    System.out.println(
        "kafka " + cluster.kafka().process().pid() + " " + cluster.bootstrapServers());
    if (arguments[0].equals("wait")) {
      System.out.println(
          "registry " + cluster.registry().process().pid() + " " + cluster.registryUrl());
      new CountDownLatch(1).await();
    }
  }
}
