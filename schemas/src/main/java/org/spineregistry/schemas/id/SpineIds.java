package org.spineregistry.schemas.id;

import java.util.UUID;

/**
 * Deterministic identities: the same thing has the same id, whoever computes it and however often.
 * Every id is a UUID version 5; the parts of a name are joined by {@code |}, which no part may
 * contain, or two different names could collide.
 */
public final class SpineIds {
  /**
   * Namespace of certification cycles: the name {@code urn:spine-registry:cycles} in the URL
   * namespace. Fixed once: changing it would certify everything again.
   */
  public static final UUID CYCLES = UUID.fromString("237be9c3-f9ae-51ec-af78-fb91b535a23c");

  /**
   * Namespace of payouts: the name {@code urn:spine-registry:payouts} in the URL namespace. Fixed
   * once: changing it would pay everything again.
   */
  public static final UUID PAYOUTS = UUID.fromString("ac249014-5878-57c9-b5e0-077abfc41eb0");

  /** Namespace {@code urn:spine-registry:events} of events that are derived from other events. */
  public static final UUID EVENTS = UUID.fromString("07b54b1c-fd8b-51b9-a6fd-afe962f7febc");

  private SpineIds() {}

  /** Cycle of a campaign, a policy version and the threshold that was reached. */
  public static UUID cycle(String campaignId, int policyVersion, long threshold) {
    return of(CYCLES, campaignId, policyVersion, threshold);
  }

  /**
   * Payout of a policy version for one kind of contribution, subject and beneficiary.
   *
   * @param sequence 0 for the first payout of the same parts, 1.. for adjustments and reversals
   */
  public static UUID payout(
      String policyId,
      int policyVersion,
      String kind,
      String subjectId,
      String beneficiaryId,
      int sequence) {
    return of(PAYOUTS, policyId, policyVersion, kind, subjectId, beneficiaryId, sequence);
  }

  /** Event of a type that is determined by the parts, for example by the event that led to it. */
  public static UUID event(String type, Object... parts) {
    Object[] all = new Object[parts.length + 1];
    all[0] = type;
    System.arraycopy(parts, 0, all, 1, parts.length);
    return of(EVENTS, all);
  }

  /**
   * @throws IllegalArgumentException when a part holds the separator
   */
  static UUID of(UUID namespace, Object... parts) {
    StringBuilder name = new StringBuilder();
    for (Object part : parts) {
      String text = String.valueOf(part);
      if (text.indexOf('|') >= 0) {
        throw new IllegalArgumentException("a part of an id's name holds the separator '|'");
      }
      name.append(name.isEmpty() ? "" : "|").append(text);
    }
    return NameUuid.of(namespace, name.toString());
  }
}
