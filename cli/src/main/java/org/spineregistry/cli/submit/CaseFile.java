package org.spineregistry.cli.submit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.CaseRecords;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;

/**
 * A CSV file as cases of a campaign.
 *
 * @param cases what can be sent, in the order of the file
 * @param refusals rows whose shape is wrong, so that they cannot even be written as a case
 */
public record CaseFile(List<Prepared> cases, List<Refusal> refusals) {
  private static final String CASE_ID = "caseId";

  /**
   * A case to send.
   *
   * @param line row of the file, the header row being 1
   * @param json the body, one line without its end
   */
  public record Prepared(long line, String json) {
    /** Holds no value, so that it may be printed. */
    @Override
    public String toString() {
      return "Prepared[row " + line + "]";
    }
  }

  public CaseFile {
    cases = List.copyOf(cases);
    refusals = List.copyOf(refusals);
  }

  /** Rows in the file. */
  public int rows() {
    return cases.size() + refusals.size();
  }

  /**
   * Reads a file from disk.
   *
   * @param ids for a file without a column {@code caseId}; empty refuses such a file
   * @throws UserProblem when it is no CSV of any cases
   */
  public static CaseFile read(Path file, DataDictionary dictionary, Optional<MintedIds> ids) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw UserProblem.input(
          file + (Files.exists(file) ? ": cannot be read" : ": there is no such file"));
    }
    return of(bytes, dictionary, ids);
  }

  /** The same for bytes in memory. */
  public static CaseFile of(byte[] csv, DataDictionary dictionary, Optional<MintedIds> ids) {
    CsvTable table = CsvTable.read(csv);
    if (table.rows().isEmpty()) {
      throw UserProblem.input("the file has no data row");
    }
    boolean minted = !table.columns().contains(CASE_ID);
    if (minted && ids.isEmpty()) {
      throw UserProblem.input(
          "the file has no column caseId: give a --seed, and ids are made from it, the same each time");
    }
    CaseReader reader = new CaseReader(dictionary);
    List<Prepared> cases = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      Map<String, String> cells = new LinkedHashMap<>(row.cells());
      if (minted) {
        cells.put(CASE_ID, ids.orElseThrow().of(row.line() - 1));
      }
      CaseCandidate candidate = reader.csv(cells);
      List<Refusal.Reason> reasons = reasons(candidate);
      if (reasons.isEmpty()) {
        cases.add(new Prepared(row.line(), CaseRecords.toJson(candidate).toString()));
      } else {
        refusals.add(new Refusal(row.line(), reasons));
      }
    }
    return new CaseFile(cases, refusals);
  }

  private static List<Refusal.Reason> reasons(CaseCandidate candidate) {
    return candidate.problems().stream()
        .filter(Finding::rejects)
        .map(f -> new Refusal.Reason(String.join(", ", f.fields()), f.code(), f.rule(), f.hint()))
        .toList();
  }
}
