package org.spineregistry.schemas.dictionary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * The campaigns that are known, by id and by record. A new one is a file, never Java. Immutable.
 */
public final class Campaigns {

  private final Map<String, DataDictionary> byId;
  private final Map<String, DataDictionary> byRecord;

  private Campaigns(Collection<DataDictionary> dictionaries) {
    Map<String, DataDictionary> ids = new TreeMap<>();
    Map<String, DataDictionary> records = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (DataDictionary dictionary : dictionaries) {
      DataDictionary same = ids.putIfAbsent(dictionary.campaignId(), dictionary);
      DataDictionary sameRecord = records.putIfAbsent(dictionary.recordName(), dictionary);
      if (differ(same, dictionary) || differ(sameRecord, dictionary)) {
        problems.add(dictionary + ": another campaign has this id or this record");
      }
    }
    failIf(problems);
    this.byId = Map.copyOf(ids);
    this.byRecord = Map.copyOf(records);
  }

  /** The same file may well be on a class path twice. */
  private static boolean differ(DataDictionary one, DataDictionary other) {
    return one != null && !one.fingerprint().equals(other.fingerprint());
  }

  /**
   * Every {@code /avro/case/*.avsc} of the class path.
   *
   * @throws InvalidDictionaryException with every problem of every schema
   */
  public static Campaigns fromClasspath() {
    return fromClasspath(Campaigns.class.getClassLoader());
  }

  static Campaigns fromClasspath(ClassLoader loader) {
    ClasspathSchemas schemas = new ClasspathSchemas(loader);
    return parse(schemas.common(), schemas.cases());
  }

  /**
   * Every {@code *.avsc} of a directory. They may refer to the header and the missing reasons,
   * which come from the class path.
   *
   * @throws InvalidDictionaryException with every problem of every schema, or if there is none
   */
  public static Campaigns of(Path directory) {
    if (!directory.toFile().isDirectory()) {
      throw new InvalidDictionaryException(directory.toString(), List.of("is no directory"));
    }
    ClasspathSchemas schemas = new ClasspathSchemas(Campaigns.class.getClassLoader());
    return parse(schemas.common(), SchemaFile.inDirectory(directory));
  }

  /**
   * One case schema by its text. It may refer to the header and the missing reasons, which come
   * from the class path.
   *
   * @param name of the schema's file, for problems
   * @throws InvalidDictionaryException with every problem of the schema
   */
  public static DataDictionary ofText(String name, String text) {
    ClasspathSchemas schemas = new ClasspathSchemas(Campaigns.class.getClassLoader());
    return parse(schemas.common(), List.of(new SchemaFile(name, text))).all().get(0);
  }

  /**
   * These campaigns and the others.
   *
   * @throws InvalidDictionaryException if two different ones share an id or a record
   */
  public Campaigns and(Campaigns others) {
    List<DataDictionary> dictionaries = new ArrayList<>(all());
    dictionaries.addAll(others.all());
    return new Campaigns(dictionaries);
  }

  private static Campaigns parse(List<SchemaFile> common, List<SchemaFile> cases) {
    List<String> problems = new ArrayList<>();
    List<DataDictionary> dictionaries = new ArrayList<>();
    for (SchemaFile file : cases) {
      try {
        // a parser of its own, so that two campaigns may use the same name for different enums
        Schema.Parser parser = new Schema.Parser();
        common.forEach(type -> parser.parse(type.text()));
        dictionaries.add(DataDictionary.of(parser.parse(file.text())));
      } catch (InvalidDictionaryException e) {
        e.problems().forEach(problem -> problems.add(file.name() + ": " + problem));
      } catch (SchemaParseException e) {
        // what is no JSON may be a file of patients: a parser's message would repeat it
        boolean json = !(e.getCause() instanceof IOException);
        problems.add(
            file.name()
                + ": is no Avro schema"
                + (json ? ": " + e.getMessage() : ", it is no JSON"));
      }
    }
    if (cases.isEmpty()) {
      problems.add("there is no case schema");
    }
    failIf(problems);
    return new Campaigns(dictionaries);
  }

  private static void failIf(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidDictionaryException("a campaign", problems);
    }
  }

  /** All campaigns, sorted by id. */
  public List<DataDictionary> all() {
    return new TreeMap<>(byId).values().stream().toList();
  }

  public Optional<DataDictionary> byId(String campaignId) {
    return Optional.ofNullable(byId.get(campaignId));
  }

  /** By the full name of the Avro record. */
  public Optional<DataDictionary> byRecordName(String recordName) {
    return Optional.ofNullable(byRecord.get(recordName));
  }
}
