package org.spineregistry.solana;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.spineregistry.solana",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule KNOWS_NEITHER_KAFKA_NOR_A_FRAMEWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "io.micronaut..",
              "io.confluent..",
              "org.apache.avro..",
              "org.springframework..");

  @ArchTest
  static final ArchRule HTTP_IS_THE_CLIENTS_BUSINESS_ALONE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..solana.rpc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "org.p2p.solanaj.rpc..");

  /** Its websockets drop port, path and key; its clusters ask another endpoint for every call. */
  @ArchTest
  static final ArchRule NEITHER_WEBSOCKETS_NOR_RANDOM_ENDPOINTS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.p2p.solanaj.ws..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("org\\.p2p\\.solanaj\\.rpc\\.(Weighted)?Cluster");

  @ArchTest
  static final ArchRule DECISIONS_ARE_PURE =
      noClasses()
          .that()
          .haveNameMatching(".*finality\\.(AnchorDecision|Expiry|Attempt|EndpointView).*")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.spineregistry.solana.rpc.SolanaRpc")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.net..", "java.time..");

  @ArchTest
  static final ArchRule OUR_OTHER_MODULES_ARE_NOT_USED =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.spineregistry.solana..",
              "java..",
              "com.fasterxml.jackson..",
              "okhttp3..",
              "okio..",
              "kotlin..",
              "org.bouncycastle..",
              "org.p2p.solanaj..");

  /** Why: {@link SolanajContractTest}. */
  @ArchTest
  static final ArchRule WHAT_SOLANAJ_DOES_WRONG_IS_NOT_USED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.p2p.solanaj.rpc.types..", "org.p2p.solanaj.token..", "org.p2p.solanaj.ws..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "org\\.p2p\\.solanaj\\.(rpc\\.(RpcApi|WeightedCluster|Cluster)|core\\.Transaction|"
                  + "programs\\.(Memo|Token|AssociatedToken)Program|utils\\.TweetNaclFast.*)");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.spineregistry.solana.(*)..").should().beFreeOfCycles();
}
