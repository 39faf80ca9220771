package org.spineregistry.anchor.fake;

import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.spineregistry.campaign.SacroiliacFusionCase;

/** Accepted cases with one value each; invented. */
public final class AcceptedCases {
  public static final String CAMPAIGN = "sacroiliac-fusion";

  private static final Schema SCHEMA = SacroiliacFusionCase.getClassSchema();

  private AcceptedCases() {}

  public static String caseId(int n) {
    return new UUID(0x4000L | (long) n << 20, 0x8000000000000000L | n).toString();
  }

  public static GenericRecord of(int n, int revision) {
    Schema header = SCHEMA.getField("header").schema();
    return new GenericRecordBuilder(SCHEMA)
        .set(
            "header",
            new GenericRecordBuilder(header)
                .set("caseId", caseId(n))
                .set("campaignId", CAMPAIGN)
                .set("siteId", "site-aaaaaa")
                .set("contributorId", "surgeon-aaaaaa")
                .set("revision", revision)
                .set("operationYear", 2024)
                .set(
                    "consentBasis",
                    new GenericData.EnumSymbol(
                        header.getField("consentBasis").schema(), "INFORMED_CONSENT"))
                .build())
        .set("ageYears", 40 + n % 40)
        .build();
  }
}
