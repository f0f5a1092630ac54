package io.strikewire.deploy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.deploy.faults.FaultyProxy.Fault;
import io.strikewire.deploy.faults.Journal.Promise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances on one PostgreSQL behind a proxy, senders that write down what they are promised,
 * and everything that can break, breaking. Then the promises are compared with the database.
 */
class FaultsIT {

  private static final int SENDERS = 4;
  private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");

  /** Runs on from a trading Monday, for this process and for every instance it starts. */
  private final Clock clock =
      Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MONDAY));

  private final FaultPlan plan = FaultPlan.ofProperties();
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicBoolean stop = new AtomicBoolean();
  private int terminated;

  @Test
  void nothing_promised_is_lost_and_nothing_happens_twice(@TempDir Path dir) throws Exception {
    try (CrashingPostgres database = CrashingPostgres.in(dir);
        FaultyProxy proxy = FaultyProxy.before(database.port());
        Instance first = Instance.launch(dir.resolve("a"), proxy.port(), clock.instant());
        Instance second = Instance.launch(dir.resolve("b"), proxy.port(), clock.instant());
        Journal journal = new Journal(dir.resolve("journal"))) {
      first.awaitHealth(clock);
      second.awaitHealth(clock);
      // A clock starts late by as long as its instance's start takes; this one is never restarted.
      Clock served = Clock.offset(clock, Duration.between(clock.instant(), second.now()));
      List<Instance> instances = List.of(second, first);
      breakEverything(database, proxy, instances, journal, served);
      Audit.awaitAllDecided(database);
      List<Promise> promises = journal.promises();
      Audit audit = Audit.of(promises, numbers.get(), database);
      tally(audit, proxy);
      assertThat(audit.holds()).as(audit.toString()).isTrue();
      assertThat(audit.promised()).isGreaterThanOrEqualTo(plan.signals());
      assertThat(audit.positions()).as("the whole route was taken").isPositive();
      assertThat(proxy.commitAnswersDropped()).isGreaterThanOrEqualTo(plan.each());
    }
  }

  private void breakEverything(
      CrashingPostgres database,
      FaultyProxy proxy,
      List<Instance> instances,
      Journal journal,
      Clock served)
      throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<?>> senders = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        Sender sender =
            new Sender(instances, journal, served, numbers, stop, plan.seed() + i, plan.batch());
        if (i == 0) {
          sender.context();
        }
        senders.add(threads.submit(sender));
      }
      List<Callable<Void>> faults =
          List.of(
              () -> breakProcesses(instances.get(1), database),
              () -> breakConnections(database, proxy));
      List<Future<Void>> breaking = faults.stream().map(threads::submit).toList();
      for (Future<Void> done : breaking) {
        while (!done.isDone()) {
          assertThat(senders).as("senders go on").noneMatch(FaultsIT::hasFailed);
          TimeUnit.MILLISECONDS.sleep(500);
        }
        done.get();
      }
      Awaitility.await()
          .atMost(Duration.ofMinutes(30))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> journal.promises().size() >= plan.signals());
      stop.set(true);
      for (Future<?> sender : senders) {
        sender.get(30, TimeUnit.SECONDS);
      }
    } finally {
      stop.set(true);
      threads.shutdownNow();
    }
  }

  private static boolean hasFailed(Future<?> sender) {
    try {
      sender.get(0, TimeUnit.MILLISECONDS);
      return false;
    } catch (TimeoutException underWay) {
      return false;
    } catch (ExecutionException failed) {
      throw new AssertionError("a sender was answered what it must not be", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private Void breakProcesses(Instance victim, CrashingPostgres database) throws Exception {
    Random random = new Random(plan.seed());
    for (int i = 0; i < plan.kills(); i++) {
      TimeUnit.MILLISECONDS.sleep(1000 + random.nextInt(2000));
      victim.kill();
      victim.startAgain(clock.instant());
      victim.awaitHealth(clock);
    }
    for (int i = 0; i < plan.stops(); i++) {
      TimeUnit.MILLISECONDS.sleep(100 + random.nextInt(400));
      victim.pause(Duration.ofMillis(200 + random.nextInt(1000)));
    }
    for (int i = 0; i < plan.longStops(); i++) {
      victim.pause(Duration.ofSeconds(16));
    }
    for (int i = 0; i < plan.crashes(); i++) {
      TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(1000));
      database.crash();
    }
    return null;
  }

  private Void breakConnections(CrashingPostgres database, FaultyProxy proxy) throws Exception {
    Random random = new Random(plan.seed());
    for (int i = 0; i < plan.each(); i++) {
      for (Fault fault : Fault.values()) {
        int dropped = proxy.commitAnswersDropped();
        while (!proxy.inject(fault, random)) {
          TimeUnit.MILLISECONDS.sleep(plan.spacingMs());
        }
        if (fault == Fault.DROP_COMMIT_ANSWER) {
          Awaitility.await()
              .atMost(Duration.ofMinutes(1))
              .pollInterval(Duration.ofMillis(10))
              .until(() -> proxy.commitAnswersDropped() > dropped);
        }
        TimeUnit.MILLISECONDS.sleep(plan.spacingMs());
      }
      while (!terminateOne(database)) {
        TimeUnit.MILLISECONDS.sleep(plan.spacingMs());
      }
      terminated++;
    }
    return null;
  }

  /** While PostgreSQL recovers from a crash there is no session to end. */
  private static boolean terminateOne(CrashingPostgres database) {
    try {
      return database.terminateOne();
    } catch (SQLException recovering) {
      return false;
    }
  }

  /** One line for each run; runs add up. */
  private void tally(Audit audit, FaultyProxy proxy) throws IOException {
    Path file = Path.of(System.getProperty("faults.tally", "target/faults.txt")).toAbsolutePath();
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "%s %s terminated=%d lostCommitAnswers=%d%n"
            .formatted(plan, audit, terminated, proxy.commitAnswersDropped()),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
