package org.spineregistry.certification.registry;

import org.apache.kafka.streams.processor.api.Record;
import org.spineregistry.event.RegistryMember;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.header.EventStamp;

/** Gives each new case the next ordinal, takes later revisions over, lets withdrawn cases go. */
final class CountCase extends RegistryStep<AcceptedCase> {

  CountCase(EventStamp stamp) {
    super(stamp);
  }

  @Override
  public void process(Record<String, AcceptedCase> record) {
    MemberState member = ledger().members().get(record.key());
    AcceptedCase accepted = record.value();
    if (accepted == null) {
      leave(member, record);
    } else if (member == null) {
      join(accepted, record);
    } else if (accepted.revision() > member.revision()) {
      save(accepted, member.ordinal(), record);
    }
  }

  private void join(AcceptedCase accepted, Record<String, ?> cause) {
    RegistrySize size = ledger().size(accepted.campaignId());
    RegistryCount.join(size);
    // the member first: whoever reads the request finds every member of its cohort
    save(accepted, size.getLastOrdinal(), cause);
    ledger().changed(size, cause);
  }

  private void leave(MemberState member, Record<String, ?> cause) {
    if (member == null) {
      return; // withdrawn before it counted, or twice
    }
    RegistrySize size = ledger().size(member.campaignId());
    RegistryCount.leave(size);
    ledger().members().delete(cause.key());
    ledger().left(member.campaignId(), cause);
    ledger().changed(size, cause);
  }

  private void save(AcceptedCase accepted, long ordinal, Record<String, ?> cause) {
    ledger()
        .members()
        .put(
            accepted.caseId(),
            new MemberState(accepted.campaignId(), ordinal, accepted.revision()));
    ledger().joined(member(accepted, ordinal), cause);
  }

  private static RegistryMember member(AcceptedCase accepted, long ordinal) {
    RegistryMember member = new RegistryMember();
    member.setCampaignId(accepted.campaignId());
    member.setCaseId(accepted.caseId());
    member.setSiteId(accepted.siteId());
    member.setContributorId(accepted.contributorId());
    member.setOrdinal(ordinal);
    member.setRevision(accepted.revision());
    member.setWindowsFilled(accepted.windowsFilled());
    return member;
  }
}
