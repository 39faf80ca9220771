package org.spineregistry.ingestor.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spineregistry.ingestor.identifier.Detectors;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.HeaderField;
import org.spineregistry.schemas.dictionary.Variable;

/**
 * Every text of a submission, the names of its fields and map keys included, each with the place
 * that a finding may name: the path in the schema, or the position of what the schema does not
 * know.
 */
final class CaseTexts {
  /** A number shorter than this is no identifier, date or epoch. */
  private static final int SHORTEST_NUMBER = 8;

  /** A piece of text and its place. */
  record Text(String path, String text) {}

  private final Set<String> headerFields;
  private final Set<String> variables;
  private final Set<String> clean;

  private CaseTexts(List<HeaderField> header, List<Variable> variables, Set<String> clean) {
    this.headerFields = header.stream().map(HeaderField::name).collect(Collectors.toSet());
    this.variables = variables.stream().map(Variable::name).collect(Collectors.toSet());
    this.clean = Set.copyOf(clean);
  }

  /**
   * Texts of a campaign's cases. Symbols of the dictionary in which no detector sees anything are
   * left out.
   */
  static CaseTexts of(DataDictionary dictionary) {
    Set<String> clean = new HashSet<>(dictionary.missingReasons());
    clean.add(dictionary.campaignId());
    dictionary.header().forEach(field -> clean.addAll(field.symbols()));
    dictionary.variables().forEach(variable -> clean.addAll(variable.symbols()));
    clean.removeIf(symbol -> !Detectors.in(symbol).isEmpty());
    return new CaseTexts(dictionary.header(), dictionary.variables(), clean);
  }

  /** Texts of a case whose campaign is not known: all but its header is unknown. */
  static CaseTexts ofUnknown(List<HeaderField> header) {
    return new CaseTexts(header, List.of(), Set.of());
  }

  /**
   * @param tree see {@link PlainTree}
   */
  List<Text> of(Object tree) {
    List<Text> texts = new ArrayList<>();
    if (!(tree instanceof PlainTree.Members members)) {
      collect("case", tree, texts);
      return texts;
    }
    int position = 0;
    for (PlainTree.Member member : members.list()) {
      position++;
      switch (member.name()) {
        case DataDictionary.HEADER ->
            within("header.", headerFields::contains, member.value(), texts);
        case DataDictionary.MISSING ->
            within("missing.", variables::contains, member.value(), texts);
        default -> member("", position, variables::contains, member, texts);
      }
    }
    return texts;
  }

  private void within(String prefix, Predicate<String> known, Object value, List<Text> texts) {
    if (!(value instanceof PlainTree.Members members)) {
      collect(prefix.substring(0, prefix.length() - 1), value, texts);
      return;
    }
    int position = 0;
    for (PlainTree.Member member : members.list()) {
      member(prefix, ++position, known, member, texts);
    }
  }

  private void member(
      String prefix,
      int position,
      Predicate<String> known,
      PlainTree.Member member,
      List<Text> texts) {
    if (known.test(member.name())) {
      collect(prefix + member.name(), member.value(), texts);
    } else {
      String path = prefix + "#" + position;
      add(path, member.name(), texts);
      collect(path, member.value(), texts);
    }
  }

  /** What lies deeper than the schema goes is reported at the last place that it knows. */
  private void collect(String path, Object value, List<Text> texts) {
    if (value instanceof String text) {
      add(path, text, texts);
    } else if (value instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        boolean element = variables.contains(path);
        collect(element ? path + "[" + i + "]" : path, items.get(i), texts);
      }
    } else if (value instanceof PlainTree.Members members) {
      members
          .list()
          .forEach(
              member -> {
                add(path, member.name(), texts);
                collect(path, member.value(), texts);
              });
    }
  }

  private void add(String path, String text, List<Text> texts) {
    boolean shortNumber =
        text.length() < SHORTEST_NUMBER && text.chars().allMatch(Character::isDigit);
    if (!shortNumber && !clean.contains(text)) {
      texts.add(new Text(path, text));
    }
  }
}
