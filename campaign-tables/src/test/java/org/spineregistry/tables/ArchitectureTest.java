package org.spineregistry.tables;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.spineregistry.tables",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsNoFrameworkAndNoBroker =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "org.apache.kafka..", "io.confluent..");

  @ArchTest
  static final ArchRule noJavaKnowsACampaign =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("org.spineregistry.campaign..");

  @ArchTest
  static final ArchRule decidesNothing =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.spineregistry.synthesis.gate..", "org.spineregistry.synthesis.run..");
}
