package org.spineregistry.synthesis.report.html;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.dataset.DatasetFile;
import org.spineregistry.synthesis.report.LineageEntry;
import org.spineregistry.synthesis.report.ReportContent;
import org.spineregistry.synthesis.report.ReportHead;
import org.spineregistry.synthesis.report.SubgroupRow;

/** Groups of patients, files, origin, and what the report does not say. */
final class ClosingSections {
  private ClosingSections() {}

  static Html subgroups(List<SubgroupRow> rows) {
    Html html = new Html().open("section", "aria-labelledby", "subgroups");
    html.element("h2", "Groups of patients", "id", "subgroups");
    html.element(
        "p",
        "A release may fit the whole cohort and still misrepresent a small group in it.",
        "class",
        "measure");
    html.add(
        Tables.of(
            "Fidelity inside each group",
            List.of("Group", "Patients", "Measured", "Value", "Bound", ""),
            List.of(false, true, false, true, true, false),
            rows.stream().map(ClosingSections::subgroup).toList()));
    return html.close("section");
  }

  private static List<String> subgroup(SubgroupRow row) {
    String kept = row.isWithinBound() ? "\u2713 within" : "\u2717 outside";
    return List.of(
        row.column() + ": " + row.group(),
        Numbers.count(row.patients()),
        row.statistic(),
        Numbers.value(row.value()),
        Numbers.value(row.bound()),
        row.bound() == null ? "" : kept);
  }

  static Html files(ReportHead head) {
    Html html = new Html().open("section", "aria-labelledby", "files");
    html.element("h2", "Files", "id", "files");
    if (head.datasets().isEmpty()) {
      return html.element("p", "No dataset was written.").close("section");
    }
    html.add(
        Tables.of(
            "Files of the release",
            List.of("File", "Rows", "Bytes", "SHA-256"),
            List.of(false, true, true, false),
            head.datasets().stream().map(ClosingSections::file).toList()));
    return html.close("section");
  }

  private static List<String> file(DatasetFile file) {
    return List.of(
        file.name(), Numbers.count(file.rows()), Numbers.count(file.bytes()), file.sha256());
  }

  static Html lineage(ReportContent content) {
    Html html = new Html().open("section", "aria-labelledby", "lineage");
    html.element("h2", "Where it comes from", "id", "lineage");
    List<LineageEntry> entries = new ArrayList<>();
    entries.add(new LineageEntry("Engine", content.head().engine()));
    if (content.head().seedSha256() != null) {
      entries.add(new LineageEntry("SHA-256 of the seed", content.head().seedSha256()));
    }
    entries.addAll(content.lineage());
    html.open("dl", "class", "lineage");
    for (LineageEntry entry : entries) {
      html.element("dt", entry.key()).element("dd", entry.value());
    }
    return html.close("dl").close("section");
  }

  static Html statements(ReportContent content) {
    Html html = new Html().open("section", "aria-labelledby", "statements");
    html.element("h2", "What this report says, and what it does not", "id", "statements");
    html.open("div", "class", "measure");
    return VerdictSection.list(html, content.statements()).close("div").close("section");
  }
}
