package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignsTest {

  @TempDir Path temporary;

  @Test
  void findsTheCampaignsThatShip() {
    Campaigns campaigns = Campaigns.fromClasspath();

    assertThat(campaigns.all())
        .extracting(DataDictionary::campaignId)
        .containsExactly("lumbar-fusion", "periodontal", "sacroiliac-fusion");
    assertThat(campaigns.byRecordName("org.spineregistry.campaign.LumbarFusionCase"))
        .isEqualTo(campaigns.byId("lumbar-fusion"))
        .isPresent();
    assertThat(campaigns.byId("knee")).isEmpty();
    assertThat(campaigns.byRecordName("LumbarFusionCase")).isEmpty();
  }

  @Test
  void findsANewCampaignInADirectoryWithoutAnyJava() {
    Campaigns campaigns = Campaigns.fromClasspath().and(Campaigns.of(Cases.directory("campaigns")));

    assertThat(campaigns.all()).hasSize(4);
    assertThat(campaigns.byId("wrist-fracture").orElseThrow().recordName())
        .isEqualTo("org.example.wrist.WristFractureCase");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsCampaignsInAJarWhetherOrNotItListsDirectories(boolean directories) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    if (directories) {
      entries.put("avro/", "");
      entries.put("avro/case/", "");
    }
    entries.put("avro/common/CaseHeader.avsc", common("CaseHeader"));
    entries.put("avro/common/MissingReason.avsc", common("MissingReason"));
    entries.put("avro/case/Wrist.avsc", Cases.text("campaigns/WristFractureCase.avsc"));
    entries.put("avro/case/notes.txt", "no schema");
    entries.put("avro/case/old/Wrist.avsc", "no campaign either");
    Path jar = jar(entries);

    try (URLClassLoader loader = loader(jar)) {
      assertThat(Campaigns.fromClasspath(loader).all())
          .extracting(DataDictionary::campaignId)
          .containsExactly("wrist-fracture");
    }
  }

  @Test
  void takesTheSameFileTwiceForOneCampaign() throws IOException {
    Path directory = Files.createDirectories(temporary.resolve("classes/avro/case"));
    Files.writeString(
        directory.resolve("Wrist.avsc"), Cases.text("campaigns/WristFractureCase.avsc"));
    Path jar =
        jar(
            Map.of(
                "avro/common/CaseHeader.avsc", common("CaseHeader"),
                "avro/common/MissingReason.avsc", common("MissingReason"),
                "avro/case/Wrist.avsc", Cases.text("campaigns/WristFractureCase.avsc")));

    try (URLClassLoader loader = loader(jar, temporary.resolve("classes"))) {
      assertThat(Campaigns.fromClasspath(loader).all()).hasSize(1);
    }
  }

  @Test
  void refusesTwoDifferentCampaignsOfOneId() throws IOException {
    Files.writeString(
        temporary.resolve("Wrist.avsc"),
        Cases.text("campaigns/WristFractureCase.avsc").replace("\"max\": 20", "\"max\": 21"));
    Campaigns changed = Campaigns.of(temporary);
    Campaigns original = Campaigns.of(Cases.directory("campaigns"));

    assertThatThrownBy(() -> original.and(changed))
        .isInstanceOf(InvalidDictionaryException.class)
        .hasMessageContaining("wrist-fracture");
  }

  @Test
  void namesTheFileOfEveryProblem() throws IOException {
    Files.writeString(temporary.resolve("A.avsc"), Cases.text("broken/EverythingWrong.avsc"));
    Files.writeString(temporary.resolve("B.avsc"), "{");

    assertThatThrownBy(() -> Campaigns.of(temporary))
        .isInstanceOf(InvalidDictionaryException.class)
        .hasMessageContaining("A.avsc: field Pain: unit must be text")
        .hasMessageContaining("B.avsc: is no Avro schema");
  }

  @Test
  void refusesADirectoryWithoutACampaign() {
    Path absent = temporary.resolve("absent");

    assertThatThrownBy(() -> Campaigns.of(temporary)).hasMessageContaining("no case schema");
    assertThatThrownBy(() -> Campaigns.of(absent)).hasMessageContaining("is no directory");
  }

  private static String common(String type) throws IOException {
    try (var in = CampaignsTest.class.getResourceAsStream("/avro/common/" + type + ".avsc")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path jar(Map<String, String> entries) throws IOException {
    Path jar = temporary.resolve("with space.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return jar;
  }

  /** A class path of its own, without that of the tests. */
  private static URLClassLoader loader(Path... entries) throws IOException {
    URL[] urls = new URL[entries.length];
    for (int i = 0; i < entries.length; i++) {
      urls[i] = entries[i].toUri().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }
}
