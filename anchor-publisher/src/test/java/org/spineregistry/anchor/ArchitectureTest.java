package org.spineregistry.anchor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.spineregistry.anchor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule DECISIONS_KNOW_NEITHER_KAFKA_NOR_MICRONAUT =
      noClasses()
          .that()
          .resideInAnyPackage("..anchor.reward..", "..anchor.intent..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.micronaut..");

  @ArchTest
  static final ArchRule THE_CLUSTER_KNOWS_NO_KAFKA =
      noClasses()
          .that()
          .resideInAPackage("..anchor.cluster..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  /** Payouts follow from events: a clock or a random number would make a replay differ. */
  @ArchTest
  static final ArchRule PAYOUTS_KNOW_NO_CLOCK_AND_NO_CHANCE =
      noClasses()
          .that()
          .resideInAnyPackage("..anchor.reward..", "..anchor.payout..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.random..");

  @ArchTest
  static final ArchRule NOBODY_PRINTS =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
