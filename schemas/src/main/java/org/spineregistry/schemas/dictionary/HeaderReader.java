package org.spineregistry.schemas.dictionary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Reads the header, the first field of every case record. */
final class HeaderReader {

  static final String RECORD = "org.spineregistry.campaign.CaseHeader";
  private static final Set<String> KNOWN = Set.of("pattern", "min", "role", "absentCode");

  private final List<String> problems;

  HeaderReader(List<String> problems) {
    this.problems = problems;
  }

  List<HeaderField> read(Schema header) {
    if (header.getType() != Schema.Type.RECORD || !header.getFullName().equals(RECORD)) {
      problems.add("field header: the type must be " + RECORD);
      return List.of();
    }
    List<HeaderField> fields = new ArrayList<>();
    header.getFields().forEach(field -> fields.add(read(field)));
    return fields;
  }

  private HeaderField read(Schema.Field field) {
    String place = "field header." + field.name();
    SchemaProperties properties =
        new SchemaProperties(place, field.getObjectProps(), problems).closed(KNOWN);
    boolean nullable = field.schema().getType() == Schema.Type.UNION;
    Schema type = nullable ? field.schema().getTypes().get(1) : field.schema();
    Kind kind = kind(type, properties);
    return new HeaderField(
        field.name(),
        kind,
        kind == Kind.CHOICE ? EnumSymbols.of(type, place, problems) : List.of(),
        nullable,
        pattern(properties),
        properties.integer("min"),
        properties.text("absentCode").orElse(Codes.REQUIRED),
        roles(properties),
        field.doc() == null ? "" : field.doc());
  }

  private static Kind kind(Schema type, SchemaProperties properties) {
    return switch (type.getType()) {
      case STRING -> Kind.TEXT;
      case INT, LONG -> Kind.INTEGER;
      case ENUM -> Kind.CHOICE;
      default -> {
        properties.problem("a header field is a string, an int or an enum");
        yield Kind.TEXT;
      }
    };
  }

  private static Optional<Pattern> pattern(SchemaProperties properties) {
    try {
      return properties.text("pattern").map(Pattern::compile);
    } catch (PatternSyntaxException e) {
      properties.problem("pattern is no regular expression");
      return Optional.empty();
    }
  }

  private static Set<Role> roles(SchemaProperties properties) {
    Set<String> words = new HashSet<>(properties.texts("role"));
    Set<Role> roles =
        words.stream().flatMap(word -> Role.of(word).stream()).collect(Collectors.toSet());
    if (roles.size() < words.size()) {
      properties.problem("unknown role");
    }
    return roles;
  }
}
