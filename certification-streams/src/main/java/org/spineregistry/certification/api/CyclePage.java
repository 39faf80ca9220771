package org.spineregistry.certification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of cycles.
 *
 * @param next value of {@code after} for the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CyclePage(List<CycleAnswer> cycles, String next) {}
