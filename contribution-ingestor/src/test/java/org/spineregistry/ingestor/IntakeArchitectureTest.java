package org.spineregistry.ingestor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.spineregistry.ingestor", importOptions = DoNotIncludeTests.class)
class IntakeArchitectureTest {
  private static final String[] DOMAIN = {
    "..ingestor.identifier..", "..ingestor.check..", "..ingestor.revision..", "..ingestor.code.."
  };

  @ArchTest
  static final ArchRule DOMAIN_KNOWS_NEITHER_KAFKA_NOR_MICRONAUT =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.micronaut..", "io.micrometer..");

  @ArchTest
  static final ArchRule DOMAIN_KNOWS_NOTHING_OF_ITS_USERS =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..ingestor.intake..", "..ingestor.rest..", "..ingestor.event..");

  @ArchTest
  static final ArchRule TOPOLOGY_KNOWS_NO_FRAMEWORK =
      noClasses()
          .that()
          .resideInAPackage("..ingestor.intake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "..ingestor.rest..");

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLE =
      slices().matching("org.spineregistry.ingestor.(*)..").should().beFreeOfCycles();
}
