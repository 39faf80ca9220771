package org.spineregistry.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;

/**
 * FULL_TRANSITIVE against every released version, kept in {@code
 * schemas/released/<version>/<record>.avsc}. Run with {@code -Dschemas.release=<version>} to add
 * the present schemas as a release.
 */
class CompatibilityTest {
  private static final Path RELEASED = Path.of("released");

  @Test
  void everySchemaReadsAndIsReadByEveryReleasedVersion() throws IOException {
    String release = System.getProperty("schemas.release");
    if (release != null) {
      write(RELEASED.resolve(release));
    }
    List<String> broken = new ArrayList<>();
    Map<String, List<Schema>> released = released();
    present()
        .forEach(
            (name, schema) -> {
              try {
                validate(schema, released.getOrDefault(name, List.of()));
              } catch (SchemaValidationException e) {
                broken.add(name);
              }
            });
    assertThat(broken).isEmpty();
  }

  @Test
  void noReleasedRecordHasDisappeared() throws IOException {
    assertThat(present().keySet()).containsAll(released().keySet());
  }

  @Test
  void aRemovedFieldWithoutADefaultIsNoticed() throws IOException {
    Schema before = present().get("org.spineregistry.event.RegistrySize");
    List<Schema.Field> fewer =
        before.getFields().stream()
            .filter(f -> !f.name().equals("cases"))
            .map(f -> new Schema.Field(f, f.schema()))
            .toList();
    Schema after = Schema.createRecord(before.getName(), null, before.getNamespace(), false, fewer);

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> validate(after, List.of(before)))
        .isInstanceOf(SchemaValidationException.class);
  }

  private static void validate(Schema schema, List<Schema> released)
      throws SchemaValidationException {
    new SchemaValidatorBuilder().mutualReadStrategy().validateAll().validate(schema, released);
  }

  private static Map<String, Schema> present() {
    ContractSchemas contract = ContractSchemas.load();
    Map<String, Schema> all = new HashMap<>(contract.events());
    all.putAll(contract.cases());
    return all;
  }

  private static Map<String, List<Schema>> released() throws IOException {
    Map<String, List<Schema>> released = new HashMap<>();
    try (Stream<Path> files = Files.walk(RELEASED)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".avsc")).sorted().toList()) {
        Schema schema = new Schema.Parser().parse(Files.readString(file));
        released.computeIfAbsent(schema.getFullName(), n -> new ArrayList<>()).add(schema);
      }
    }
    return released;
  }

  private static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Schema schema : present().values()) {
      Files.writeString(folder.resolve(schema.getFullName() + ".avsc"), schema.toString(true));
    }
  }
}
