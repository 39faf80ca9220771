package org.spineregistry.synthesis;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.spineregistry.synthesis",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.spineregistry.synthesis";

  @ArchTest
  static final ArchRule knowsNoFrameworkAndNoBroker =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.micronaut..", "org.apache.kafka..", "io.confluent..", "org.apache.avro..");

  @ArchTest
  static final ArchRule dependsOnNoOtherModule =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.spineregistry..").and(resideOutsideOfPackage(ROOT + "..")));

  @ArchTest
  static final ArchRule verifierKnowsNothingOfModelsAndGates =
      classes()
          .that()
          .resideInAnyPackage(ROOT + ".verify..", ROOT + ".certificate..", ROOT + ".signature..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  ROOT + ".verify..",
                  ROOT + ".certificate..",
                  ROOT + ".signature..",
                  "java..",
                  "javax.crypto..",
                  "com.fasterxml.jackson..",
                  "org.bouncycastle..",
                  "org.erdtman.jcs.."));

  @ArchTest
  static final ArchRule verifierDoesNotSign =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".verify..")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameStartingWith("SigningKey");

  @ArchTest
  static final ArchRule statisticsGiveNoVerdicts =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".metric..",
              ROOT + ".survival..",
              ROOT + ".tree..",
              ROOT + ".classic..",
              ROOT + ".audit..",
              ROOT + ".attack..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ROOT + ".gate..", ROOT + ".published..", ROOT + ".run..");

  @ArchTest
  static final ArchRule readersOfFilesKnowNoModel =
      classes()
          .that()
          .resideInAnyPackage(ROOT + ".csv..", ROOT + ".cohort..", ROOT + ".infer..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  ROOT + ".csv..",
                  ROOT + ".cohort..",
                  ROOT + ".infer..",
                  ROOT + ".table..",
                  ROOT + ".contract..",
                  "java.."));

  /** Math.exp and its like may differ from JVM to JVM; StrictMath does not. */
  @ArchTest
  static final ArchRule arithmeticOfOutputBytesIsStrict =
      noClasses()
          .should()
          .callMethod(Math.class, "exp", double.class)
          .orShould()
          .callMethod(Math.class, "log", double.class)
          .orShould()
          .callMethod(Math.class, "log1p", double.class)
          .orShould()
          .callMethod(Math.class, "expm1", double.class)
          .orShould()
          .callMethod(Math.class, "pow", double.class, double.class)
          .orShould()
          .callMethod(Math.class, "sin", double.class)
          .orShould()
          .callMethod(Math.class, "cos", double.class);

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();
}
