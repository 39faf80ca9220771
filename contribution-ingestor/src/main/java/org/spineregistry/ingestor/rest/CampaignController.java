package org.spineregistry.ingestor.rest;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import java.util.List;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.service.web.Problem;

/** What may be sent. */
@Controller("/v1/campaigns")
final class CampaignController {
  /** All campaigns. */
  record CampaignList(List<Campaign> campaigns) {}

  record Campaign(String id, String title) {}

  private final Campaigns campaigns;

  CampaignController(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Get
  CampaignList list() {
    return new CampaignList(
        campaigns.all().stream()
            .map(dictionary -> new Campaign(dictionary.campaignId(), dictionary.title()))
            .toList());
  }

  /** The data dictionary: fields, units, bounds, lists and rules. */
  @Get("/{id}/dictionary")
  HttpResponse<?> dictionary(@PathVariable String id) {
    return campaigns
        .byId(id)
        .<HttpResponse<?>>map(found -> HttpResponse.ok(DictionaryAnswer.of(found)))
        .orElseGet(
            () ->
                HttpResponse.notFound(
                    new Problem(
                        "No campaign has this id; GET /v1/campaigns lists them.",
                        HttpStatus.NOT_FOUND.getCode(),
                        "UNKNOWN_CAMPAIGN")));
  }
}
