package org.spineregistry.synthesis.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.spineregistry.synthesis.certificate.CanonicalJson;

/**
 * A report as {@code report.json}: canonical JSON (RFC 8785) and one LF, so that the same content
 * always gives the same bytes. {@code docs/report.md} describes every field, and the JSON Schema
 * {@link #SCHEMA} checks them.
 */
public final class ReportJson {
  /** Name of the format. It is closed: any change of its fields gives it a new number. */
  public static final String FORMAT = "spine-report/1";

  /** The JSON Schema (2020-12), a resource beside this class. */
  public static final String SCHEMA = "spine-report-1.schema.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  /** The bytes of {@code report.json}. */
  public static byte[] write(ReportContent content) {
    try {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(CanonicalJson.of(JSON.writeValueAsBytes(tree(content))));
      file.write('\n');
      return file.toByteArray();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is made of texts and numbers", e);
    }
  }

  private static Map<String, Object> tree(ReportContent content) {
    ReportHead head = content.head();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", FORMAT);
    tree.put("source", head.source());
    tree.put("patients", head.patients());
    tree.put("variables", head.variables());
    tree.put("releaseRows", head.releaseRows());
    tree.put("verdict", head.verdict().name());
    tree.put("summary", Summary.sentence(content));
    tree.put("claim", Summary.claim(head).isEmpty() ? null : Summary.claim(head));
    tree.put("profile", profile(head));
    tree.put("engine", head.engine());
    tree.put("seedSha256", head.seedSha256());
    tree.put("datasets", head.datasets());
    tree.put("gates", content.gates().stream().map(GateJson::section).toList());
    tree.put("controls", content.controls().stream().map(GateJson::control).toList());
    tree.put("advice", content.advice());
    tree.put("marginals", content.marginals().stream().map(FigureJson::marginal).toList());
    tree.put("correlations", content.correlations().map(FigureJson::correlations).orElse(null));
    tree.put("missingness", content.missingness().orElse(null));
    tree.put("learningCurve", content.learningCurve().map(FigureJson::learning).orElse(null));
    tree.put("attacks", content.attacks().stream().map(FigureJson::attack).toList());
    tree.put("subgroups", content.subgroups().stream().map(FigureJson::subgroup).toList());
    tree.put("lineage", content.lineage());
    tree.put("statements", content.statements());
    return tree;
  }

  private static Map<String, Object> profile(ReportHead head) {
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("name", head.profile());
    profile.put("version", head.profileVersion());
    profile.put("tier", head.tier());
    return profile;
  }
}
