package org.spineregistry.ingestor.check;

import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.rules.CaseChecks;

/** What is prepared once for a campaign. */
record CampaignChecks(
    DataDictionary dictionary, CaseReader reader, CaseTexts texts, CaseChecks rules) {

  static CampaignChecks of(DataDictionary dictionary) {
    return new CampaignChecks(
        dictionary,
        new CaseReader(dictionary),
        CaseTexts.of(dictionary),
        CaseChecks.of(dictionary));
  }
}
