package io.strikewire.deploy.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL process of a data directory, as its pid file names it. */
record Postmaster(ProcessHandle process) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The one that runs on these files; empty when none does. A stale pid file is removed. */
  static Optional<Postmaster> of(Path files) throws IOException {
    Path pidFile = files.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 2 || !Path.of(lines.get(1).strip()).equals(files.toAbsolutePath())) {
      return Optional.empty();
    }
    Optional<Postmaster> running =
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
            .filter(handle -> handle.info().command().orElse("").contains("postgres"))
            .map(Postmaster::new);
    if (running.isEmpty()) {
      Files.deleteIfExists(pidFile);
    }
    return running;
  }

  /** SIGINT, PostgreSQL's fast shutdown: it ends sessions, writes a checkpoint, and is gone. */
  void stop() throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
    awaitEnd();
  }

  /** Waits until it has written everything and is gone. */
  void awaitEnd() throws IOException {
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stubborn) {
      throw new IOException("PostgreSQL, process " + process.pid() + ", does not stop", stubborn);
    }
  }
}
