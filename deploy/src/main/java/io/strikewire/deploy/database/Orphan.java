package io.strikewire.deploy.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL whose launcher was killed. It survives, and would be mistaken for ours. */
final class Orphan {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Orphan() {}

  static void stop(Path files) throws IOException {
    Path pidFile = files.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 2 || !Path.of(lines.get(1).strip()).equals(files.toAbsolutePath())) {
      return;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    boolean postgres =
        process
            .flatMap(handle -> handle.info().command())
            .filter(c -> c.contains("postgres"))
            .isPresent();
    if (!postgres) {
      Files.deleteIfExists(pidFile);
      return;
    }
    interrupt(process.get());
  }

  /** SIGINT: PostgreSQL's fast shutdown, which ends sessions and writes a checkpoint. */
  private static void interrupt(ProcessHandle postmaster) throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid())).start();
    CompletableFuture<ProcessHandle> end = postmaster.onExit();
    try {
      end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stubborn) {
      throw new IOException(
          "a PostgreSQL left behind, process " + postmaster.pid() + ", does not stop", stubborn);
    }
  }
}
