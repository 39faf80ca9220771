package org.spineregistry.schemas.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final String DICTIONARY = "org.spineregistry.schemas.dictionary..";
  private static final String RULES = "org.spineregistry.schemas.rules..";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              "org.spineregistry.schemas.dictionary", "org.spineregistry.schemas.rules");

  @Test
  void dictionaryAndRulesKnowNeitherKafkaNorMicronaut() {
    noClasses()
        .that()
        .resideInAnyPackage(DICTIONARY, RULES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "io.micronaut..", "io.confluent..")
        .check(classes);
  }

  @Test
  void theDictionaryKnowsNoRuleEngine() {
    noClasses()
        .that()
        .resideInAPackage(DICTIONARY)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(RULES, "dev.cel..")
        .check(classes);
  }

  @Test
  void noJavaKnowsACampaign() {
    noClasses()
        .that()
        .resideInAnyPackage(DICTIONARY, RULES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.spineregistry.campaign..")
        .check(classes);
  }
}
