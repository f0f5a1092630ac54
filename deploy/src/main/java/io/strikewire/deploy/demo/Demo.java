package io.strikewire.deploy.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A demonstration that cannot be taken for the real thing: it runs in development only, on an
 * embedded database under a directory of its own, and begins anew each time.
 *
 * @param pace time between two alerts
 */
public record Demo(Duration pace) {

  private static final String MARK = "this-is-a-demo";

  /** The unpacked build serves again. */
  private static final Set<String> KEPT = Set.of(MARK, "lock", "runtime", "postgres-binaries");

  private static final List<String> NOT_ITS_OWN =
      List.of("DATABASE_URL", "STRIKEWIRE_CLOCK", "WEBHOOK_SECRET");

  /** A tenth of a second to a minute between two alerts. */
  public static Demo paced(double seconds) {
    return new Demo(Duration.ofMillis(Math.round(seconds * 1000)));
  }

  /** Why it may not run here; empty when it may. */
  public List<String> mistakes(String environment, Map<String, String> variables) {
    List<String> mistakes = new ArrayList<>();
    if (!environment.equals("development")) {
      mistakes.add("--demo: not allowed in " + environment);
    }
    for (String name : NOT_ITS_OWN) {
      if (!variables.getOrDefault(name, "").isBlank()) {
        mistakes.add("--demo: has its own, so " + name + " must not be set");
      }
    }
    if (pace.toMillis() < 100 || pace.toMillis() > 60_000) {
      mistakes.add(
          "--demo-pace: 0.1 to 60 seconds is accepted, was "
              + String.format(Locale.ROOT, "%.3f", pace.toMillis() / 1000.0));
    }
    return mistakes;
  }

  /** The directory beside the real one that belongs to the demonstration. */
  public static Path directory(Path data) {
    return data.resolveSibling(data.getFileName() + "-demo");
  }

  /** Whether a directory is a demonstration's. */
  public static boolean owns(Path directory) {
    return Files.exists(directory.resolve(MARK));
  }

  /**
   * Claims the directory, without what the last demonstration left there. The lock has to be held.
   *
   * @throws IOException if it holds something that no demonstration put there
   */
  public static void begin(Path directory) throws IOException {
    try (Stream<Path> found = Files.list(directory)) {
      List<Path> left =
          found.filter(file -> !KEPT.contains(file.getFileName().toString())).toList();
      if (!left.isEmpty() && !owns(directory)) {
        throw new IOException("--demo: " + directory + " holds what no demo put there: " + left);
      }
      for (Path file : left) {
        remove(file);
      }
    }
    if (!owns(directory)) {
      Files.createFile(directory.resolve(MARK));
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
