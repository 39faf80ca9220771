package org.spineregistry.anchor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of batches, by id.
 *
 * @param next value of {@code after} for the next page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettlementPage(List<SettlementAnswer> settlements, String next) {}
