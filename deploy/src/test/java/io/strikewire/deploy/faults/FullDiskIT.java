package io.strikewire.deploy.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's disk fills up under load and is made room on again; needs the right to mount. */
@Tag("faults")
class FullDiskIT {

  private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
  private static final int DISK_MB = 300;
  private static final int SOME = 200;

  private final Clock clock =
      Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MONDAY));
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicBoolean stop = new AtomicBoolean();

  @Test
  void what_was_promised_before_during_and_after_is_kept(@TempDir Path dir) throws Exception {
    Optional<SmallDisk> mounted = SmallDisk.mount(dir.resolve("disk"), DISK_MB);
    assumeTrue(mounted.isPresent(), "no right to mount: no disk is filled");
    try (SmallDisk disk = mounted.get();
        CrashingPostgres database = CrashingPostgres.in(disk.root());
        Instance instance = Instance.launch(dir.resolve("a"), database.port(), clock.instant());
        Journal journal = new Journal(dir.resolve("journal"))) {
      instance.awaitHealth(clock);
      Clock served = Clock.offset(clock, Duration.between(clock.instant(), instance.now()));
      Sender sender = new Sender(List.of(instance), journal, served, numbers, stop, 1, 1);
      sender.context();
      ExecutorService threads = Executors.newCachedThreadPool();
      try {
        Future<?> sending = threads.submit(sender);
        awaitPromises(journal, SOME, database);
        disk.fill();
        TimeUnit.SECONDS.sleep(10);
        assertThat(sending.isDone()).as("it is answered 503 or nothing, and goes on").isFalse();
        int before = journal.promises().size();
        disk.free();
        awaitPromises(journal, before + SOME, database);
        stop.set(true);
        sending.get(30, TimeUnit.SECONDS);
      } finally {
        stop.set(true);
        threads.shutdownNow();
      }
      Audit.awaitAllDecided(database);
      Audit audit = Audit.of(journal.promises(), numbers.get(), database);
      assertThat(audit.holds()).as(audit.toString()).isTrue();
    }
  }

  /** With no room for its log PostgreSQL ends itself; who runs it starts it again. */
  private static void awaitPromises(Journal journal, int least, CrashingPostgres database) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              database.startIfGone();
              return journal.promises().size() >= least;
            });
  }
}
