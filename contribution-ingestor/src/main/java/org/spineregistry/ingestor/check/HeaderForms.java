package org.spineregistry.ingestor.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.spineregistry.schemas.header.EventHeaders;

/** The transport headers that a submission may carry, and the form of each. */
public final class HeaderForms {
  private static final Pattern EVENT_ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]{1,60}");

  /** {@code ce_subject} is not among them: it must equal the key. */
  private static final Map<String, Pattern> FORMS =
      Map.of(
          EventHeaders.SPEC_VERSION,
          Pattern.compile("1\\.0"),
          EventHeaders.ID,
          EVENT_ID,
          EventHeaders.CAUSE,
          EVENT_ID,
          EventHeaders.SOURCE,
          Pattern.compile("[A-Za-z0-9/:._~-]{1,120}"),
          EventHeaders.TYPE,
          Pattern.compile("[A-Za-z][A-Za-z0-9._]{0,120}"),
          EventHeaders.TIME,
          Pattern.compile(
              "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)"),
          EventHeaders.TRACE_PARENT,
          TRACE_PARENT,
          EventHeaders.TRACE_STATE,
          Pattern.compile("[ -~]{0,200}"),
          "ce_datacontenttype",
          MEDIA_TYPE,
          "content-type",
          MEDIA_TYPE);

  /** Their form leaves no room for an identifier, and random or time digits may look like one. */
  private static final Set<String> NOT_SCANNED =
      Set.of(
          EventHeaders.SPEC_VERSION,
          EventHeaders.ID,
          EventHeaders.CAUSE,
          EventHeaders.TIME,
          EventHeaders.TRACE_PARENT);

  private HeaderForms() {}

  /** Names of all headers that may be there. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>(FORMS.keySet());
    names.add(EventHeaders.SUBJECT);
    return names;
  }

  static boolean isKnown(String name) {
    return FORMS.containsKey(name) || name.equals(EventHeaders.SUBJECT);
  }

  static boolean holds(String name, String value, String key) {
    if (name.equals(EventHeaders.SUBJECT)) {
      return value.equals(key);
    }
    return FORMS.get(name).matcher(value).matches();
  }

  /** Whether a value of the right form still goes through the detectors. */
  static boolean isScanned(String name) {
    return !NOT_SCANNED.contains(name) && !name.equals(EventHeaders.SUBJECT);
  }

  /** Whether the header of that name holds an id. */
  static boolean isId(String name) {
    return name.equals(EventHeaders.ID) || name.equals(EventHeaders.CAUSE);
  }

  /** The event id that a producer gave, when it has the form of one: UUID version 4 or 5. */
  public static Optional<String> eventId(Optional<String> header) {
    return header.filter(EVENT_ID.asMatchPredicate());
  }

  /** The W3C trace context that a producer gave, when it has the form of one. */
  public static Optional<String> traceParent(Optional<String> header) {
    return header.filter(TRACE_PARENT.asMatchPredicate());
  }
}
