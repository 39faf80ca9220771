package org.spineregistry.example.rewards;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spineregistry.nodes.process.ClassPath;
import org.spineregistry.nodes.process.ShortCommand;

/** One of the two programs, run as a user would run it. */
enum Sample {
  JAVA {
    @Override
    List<String> command() {
      return java(RewardConsumer.class);
    }

    @Override
    List<String> crashingCommand(Step step, Path book, List<String> addresses) {
      return joined(
          java(CrashingConsumer.class),
          List.of(
              step.name(), book.toString(), addresses.get(1), addresses.get(3), addresses.get(5)));
    }

    @Override
    List<Step> steps() {
      return List.of(
          Step.BEFORE_PAYMENT, Step.AFTER_PAYMENT, Step.BEFORE_REPORT, Step.AFTER_REPORT);
    }
  },
  PYTHON {
    @Override
    List<String> command() {
      return List.of(interpreter(), "python/reward_consumer.py");
    }

    @Override
    List<String> crashingCommand(Step step, Path book, List<String> addresses) {
      return joined(
          List.of(interpreter(), "src/test/resources/crashing_consumer.py", "python", step.name()),
          joined(addresses, List.of("--once", "--book", book.toString())));
    }

    @Override
    List<Step> steps() {
      return List.of(Step.values());
    }
  };

  private static final Duration LIMIT = Duration.ofSeconds(60);

  abstract List<String> command();

  abstract List<String> crashingCommand(Step step, Path book, List<String> addresses);

  /** Where this sample can be killed. */
  abstract List<Step> steps();

  ShortCommand.Result run(Path book, List<String> addresses) {
    return run(joined(command(), joined(addresses, List.of("--once", "--book", book.toString()))));
  }

  ShortCommand.Result crash(Step step, Path book, List<String> addresses) {
    return run(crashingCommand(step, book, addresses));
  }

  private static ShortCommand.Result run(List<String> line) {
    return new ShortCommand(line, Path.of("")).run(LIMIT);
  }

  private static List<String> java(Class<?> main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xmx200m",
        "-cp",
        ClassPath.current(),
        main.getName());
  }

  /** Debian's packages belong to Debian's Python, which need not be the first on the path. */
  private static String interpreter() {
    List<String> candidates = List.of("python3", "/usr/bin/python3");
    for (String python : candidates) {
      try {
        if (run(List.of(python, "-c", "import avro, confluent_kafka")).exitCode() == 0) {
          return python;
        }
      } catch (RuntimeException e) {
        // there is no such program
      }
    }
    assumeTrue(
        false, "the Python sample is not tested: install python3-confluent-kafka and python3-avro");
    return "";
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream())
        .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
  }
}
