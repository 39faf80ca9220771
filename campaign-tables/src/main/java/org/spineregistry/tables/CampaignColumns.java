package org.spineregistry.tables;

import java.util.List;
import java.util.Optional;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Domain;
import org.spineregistry.schemas.dictionary.FollowUpWindow;
import org.spineregistry.schemas.dictionary.Kind;
import org.spineregistry.schemas.dictionary.Range;
import org.spineregistry.schemas.dictionary.Role;
import org.spineregistry.schemas.dictionary.Variable;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;

/** Makes the columns of a campaign. */
final class CampaignColumns {
  private static final String OTHER = "OTHER";

  private final List<String> windows;
  private final Optional<Integer> outcomeWindow;

  CampaignColumns(DataDictionary dictionary) {
    this.windows = dictionary.windows().stream().map(FollowUpWindow::name).toList();
    this.outcomeWindow = dictionary.primaryOutcome().window().map(windows::indexOf);
  }

  Column column(Variable variable) {
    Column column = plain(variable);
    for (ColumnRole role : ColumnRole.values()) {
      column = has(variable, role) ? column.with(role) : column;
    }
    return column;
  }

  private static Column plain(Variable variable) {
    return switch (variable.kind()) {
      case INTEGER, NUMBER -> {
        Range range = variable.range().orElseThrow();
        yield Column.number(variable.name(), variable.decimals()).between(range.min(), range.max());
      }
      case BOOLEAN -> Column.bool(variable.name());
      case CHOICE -> {
        Column column = Column.category(variable.name(), variable.symbols());
        yield variable.ordered() ? column.inOrder() : column;
      }
      case CHOICES -> {
        Column column = Column.category(variable.name(), List.of());
        yield variable.symbols().contains(OTHER) ? column.withOther(OTHER) : column;
      }
      case TEXT -> throw new IllegalArgumentException(variable.name() + ": text is no variable");
    };
  }

  private boolean has(Variable variable, ColumnRole role) {
    return switch (role) {
      case PRIMARY_OUTCOME -> variable.has(Role.PRIMARY_OUTCOME);
      case PREDICTOR -> variable.has(Role.PREDICTOR);
      case QUASI_IDENTIFIER -> variable.has(Role.QUASI_IDENTIFIER);
      case SECRET -> variable.has(Role.SECRET);
      case BEFORE_TREATMENT -> isBeforeTreatment(variable);
      case AFTER_TREATMENT -> !isBeforeTreatment(variable);
      case AFTER_OUTCOME -> isAfterOutcome(variable);
      case SUBGROUP -> isSubgroup(variable);
    };
  }

  private static boolean isBeforeTreatment(Variable variable) {
    return variable.domain() == Domain.DEMOGRAPHICS || variable.domain() == Domain.PREOPERATIVE;
  }

  /**
   * An outcome of an earlier window is known before the primary outcome; one without a window may
   * not be, and what is not known to be early counts as late.
   */
  private boolean isAfterOutcome(Variable variable) {
    if (variable.domain() != Domain.OUTCOME || variable.has(Role.PRIMARY_OUTCOME)) {
      return false;
    }
    Optional<Integer> window = variable.window().map(windows::indexOf);
    return window.isEmpty() || outcomeWindow.isEmpty() || window.get() >= outcomeWindow.get();
  }

  private static boolean isSubgroup(Variable variable) {
    boolean category = variable.kind() == Kind.BOOLEAN || variable.kind() == Kind.CHOICE;
    boolean known = category && variable.has(Role.QUASI_IDENTIFIER);
    return variable.has(Role.AGE) || (known && variable.domain() == Domain.DEMOGRAPHICS);
  }
}
