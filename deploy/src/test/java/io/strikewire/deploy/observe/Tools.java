package io.strikewire.deploy.observe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of the machine that tests use if they are there. */
public final class Tools {

  private Tools() {}

  /** Skips the test, with one plain line, when the machine lacks one of them. */
  public static void need(String... programs) {
    for (String program : programs) {
      Assumptions.assumeTrue(
          Stream.of(System.getenv("PATH").split(":"))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
          "skipped: this machine has no " + program);
    }
  }
}
