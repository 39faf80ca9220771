package org.spineregistry.service.web;

import java.util.List;

/**
 * An error answer, in the manner of RFC 9457.
 *
 * @param title what is wrong, in words that hold no submitted value
 * @param status HTTP status
 * @param code stable code for programs
 * @param details each problem on its own; empty when the title says it all
 */
public record Problem(String title, int status, String code, List<String> details) {
  public Problem {
    details = List.copyOf(details);
  }

  public Problem(String title, int status, String code) {
    this(title, status, code, List.of());
  }
}
