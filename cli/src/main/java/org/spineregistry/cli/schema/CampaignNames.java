package org.spineregistry.cli.schema;

import java.nio.file.Path;
import java.util.Locale;

/** Names for a campaign that nobody has named. */
public final class CampaignNames {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 41;

  private CampaignNames() {}

  /** Small letters, digits and hyphens of a file's name, 3 to 41 of them, a letter first. */
  public static String of(Path file) {
    String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    String id =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    if (id.length() < SHORTEST || !Character.isLetter(id.charAt(0))) {
      id = ("cohort-" + id).replaceAll("-+$", "");
    }
    return id.substring(0, Math.min(LONGEST, id.length())).replaceAll("-+$", "");
  }
}
