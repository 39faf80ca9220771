package org.spineregistry.schemas.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.schemas.dictionary.Cases;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Variable;

/** Terms give what the engine of CEL gives, errors included. */
class TermsTest {

  private static final List<String> OPERATORS =
      List.of(
          "ageYears + charlsonIndex - 3 * implantCount < operativeTimeMin",
          "ageYears / charlsonIndex > implantCount % priorLumbarSurgeries",
          "ageYears - 3 >= -bloodLossMl || 5 <= asaClass * asaClass",
          "bmi + odiBaseline - 2.5 * vasBackBaseline < odi3m / odi6m",
          "-bmi > eq5dBaseline || bmi >= double(ageYears) || eq5d12m <= 0.5",
          "bmi == odiBaseline || odi3m != 50.0 || ageYears == 40",
          "size(complications90d) > 1 == (size(sex) == 4)",
          "sex in ['MALE', 'FEMALE'] && ageYears in [40, 41, 42] && bmi in [20.0, 30.0]",
          "'DEEP_SSI' in complications90d ? diabetes : !transfusion",
          "(diabetes == null) != (smoking == null) || diabetes == transfusion",
          "diabetes && transfusion || compensationClaim && !priorLumbarFusion",
          "ageYears * 9223372036854775807 > 5 || diabetes",
          "-(ageYears * 4611686018427387904) < 5 && diabetes",
          "ageYears / (asaClass - asaClass) == 1 || diabetes",
          "ageYears % (asaClass - asaClass - 1) == 0 && diabetes",
          "0.0 * -bmi == 0.0 * bmi",
          "bmi / 0.0 > 1.0 || (bmi - bmi) / 0.0 == (bmi - bmi) / 0.0",
          "diabetes ? bmi > 30.0 : ageYears > 50",
          "complications90d == ['OTHER']",
          "null == sex || sex == smoking");

  private static final DataDictionary SACROILIAC = Cases.dictionary("sacroiliac");
  private static final List<Expression> EXTRA = compile(SACROILIAC, OPERATORS);
  private static final Map<DataDictionary, List<Expression>> RULES = rules();

  private static Map<DataDictionary, List<Expression>> rules() {
    Map<DataDictionary, List<Expression>> rules = new HashMap<>();
    for (String campaign : Cases.CAMPAIGNS.keySet()) {
      DataDictionary dictionary = Cases.dictionary(campaign);
      List<String> sources = new ArrayList<>();
      dictionary.rules().forEach(rule -> sources.add(rule.expression()));
      for (Variable variable : dictionary.variables()) {
        variable.derivation().flatMap(d -> d.when()).ifPresent(sources::add);
      }
      rules.put(dictionary, compile(dictionary, sources));
    }
    return rules;
  }

  private static List<Expression> compile(DataDictionary dictionary, List<String> sources) {
    List<String> problems = new ArrayList<>();
    ExpressionCompiler compiler = new ExpressionCompiler(dictionary, problems);
    List<Expression> compiled =
        sources.stream().flatMap(source -> compiler.condition(source, source).stream()).toList();
    assertThat(problems).isEmpty();
    return compiled;
  }

  @Property(tries = 1000, seed = "21")
  void theRulesOfEveryCampaignGiveWhatTheEngineGives(@ForAll Random random) {
    RULES.forEach(
        (dictionary, rules) -> {
          Map<String, Object> row = row(dictionary, random);
          assertThat(rules).allSatisfy(rule -> assertSame(rule, row));
        });
  }

  @Property(tries = 2000, seed = "22")
  void everyOperatorGivesWhatTheEngineGives(@ForAll Random random) {
    Map<String, Object> row = row(SACROILIAC, random);
    assertThat(EXTRA).allSatisfy(expression -> assertSame(expression, row));
  }

  @Property(tries = 300, seed = "23")
  void derivedValuesAreThoseOfTheEngine(@ForAll Random random) {
    List<String> problems = new ArrayList<>();
    for (String campaign : List.of("lumbar", "periodontal")) {
      DataDictionary dictionary = Cases.dictionary(campaign);
      ExpressionCompiler compiler = new ExpressionCompiler(dictionary, problems);
      Variable derived =
          dictionary.variables().stream().filter(Variable::isDerived).findFirst().orElseThrow();
      String source = derived.derivation().orElseThrow().expression();
      assertSame(
          compiler.value("derivation", source, derived).orElseThrow(), row(dictionary, random));
    }
  }

  /** A row without a term would be right as well, but a hundred times slower. */
  @Test
  void everyRuleOfEveryCampaignIsATerm() {
    assertThat(RULES.values().stream().flatMap(List::stream)).allMatch(Expression::hasTerm);
    assertThat(EXTRA).allMatch(Expression::hasTerm);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sex.startsWith('MA')",
        "complications90d[0] == 'OTHER'",
        "int(bmi) == 30",
        "sex < 'MALE'",
        "ageYears in [asaClass, implantCount]",
        "sex in ['MALE', null]"
      })
  void whatHasNoTermIsLeftToTheEngine(String source) {
    Expression expression = compile(SACROILIAC, List.of(source)).get(0);

    assertThat(expression.hasTerm()).isFalse();
    Random random = new Random(5);
    Stream.generate(() -> row(SACROILIAC, random))
        .limit(50)
        .forEach(row -> assertSame(expression, row));
  }

  private static void assertSame(Expression expression, Map<String, Object> row) {
    Optional<Object> engine = result(() -> expression.engine(row));

    assertThat(result(() -> expression.evaluate(row))).isEqualTo(engine);
  }

  private interface Evaluation {
    Object result() throws RuleEvaluationException;
  }

  /** Empty is an error. */
  private static Optional<Object> result(Evaluation evaluation) {
    try {
      return Optional.of(evaluation.result());
    } catch (RuleEvaluationException e) {
      return Optional.empty();
    }
  }

  /** Values in and out of range, missing ones, now and then one of another kind. */
  private static Map<String, Object> row(DataDictionary dictionary, Random random) {
    Map<String, Object> row = new HashMap<>();
    int missing = 1 + random.nextInt(10);
    for (Variable variable : dictionary.variables()) {
      if (random.nextInt(missing) > 0 || missing == 1) {
        boolean other = random.nextInt(60) == 0;
        int place = random.nextInt(dictionary.variables().size());
        row.put(
            variable.name(), value(other ? dictionary.variables().get(place) : variable, random));
      }
    }
    return row;
  }

  private static Object value(Variable variable, Random random) {
    return switch (variable.kind()) {
      case INTEGER -> random.nextInt(40) == 0 ? random.nextLong() : (long) random.nextInt(100) - 3;
      case NUMBER -> random.nextInt(40) == 0 ? -0.0 : Math.rint(random.nextDouble() * 700) / 10;
      case BOOLEAN -> random.nextBoolean();
      case CHOICE, TEXT -> variable.symbols().get(random.nextInt(variable.symbols().size()));
      case CHOICES -> variable.symbols().stream().filter(s -> random.nextInt(6) == 0).toList();
    };
  }
}
