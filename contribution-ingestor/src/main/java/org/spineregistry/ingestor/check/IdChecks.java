package org.spineregistry.ingestor.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spineregistry.ingestor.check.CaseTexts.Text;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.HeaderField;

/**
 * Stage 7: the ids of the header have the form of random pseudonyms, and the caseId is no other id.
 */
final class IdChecks {
  private static final String CASE_ID = "caseId";

  private IdChecks() {}

  /**
   * @param fields fields of the header by the schema
   * @param header well-shaped fields of the header
   * @param texts every text of the submission
   * @param otherIds ids outside the record
   */
  static List<Finding> check(
      List<HeaderField> fields,
      Map<String, Object> header,
      List<Text> texts,
      Collection<String> otherIds) {
    List<Finding> findings = new ArrayList<>();
    for (HeaderField field : fields) {
      if (header.get(field.name()) instanceof String id) {
        boolean good = field.pattern().stream().allMatch(form -> form.matcher(id).matches());
        boolean caseId = field.name().equals(CASE_ID);
        if (caseId && (!good || repeated(id, texts, otherIds))) {
          findings.add(IntakeCode.CASE_ID_NOT_RANDOM.at(field.path()));
        } else if (!good) {
          findings.add(IntakeCode.ID_PATTERN.at(field.path()));
        }
      }
    }
    return findings;
  }

  private static boolean repeated(String id, List<Text> texts, Collection<String> otherIds) {
    Stream<String> others =
        texts.stream().filter(text -> !text.path().equals("header." + CASE_ID)).map(Text::text);
    return Stream.concat(others, otherIds.stream()).anyMatch(id::equals);
  }
}
