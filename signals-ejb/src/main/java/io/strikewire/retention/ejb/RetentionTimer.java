package io.strikewire.retention.ejb;

import io.strikewire.audit.chain.CheckpointKey;
import io.strikewire.pipeline.Precedence;
import io.strikewire.retention.config.RetentionConfig;
import io.strikewire.retention.jdbc.RetentionSteps;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** From time to time, deletes what is older than it has to be, leaving most of it to others. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {

  private static final System.Logger LOG = System.getLogger(RetentionTimer.class.getName());
  private static final int MOST_AT_ONCE = 1000;
  private static final int SHARE = 4;
  private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private RetentionConfig settings;
  @Inject private Precedence precedence;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "strikewire.audit.key")
  private Optional<String> keyText;

  private long looked = System.nanoTime();

  /** Looks whether it is time: a timer whose interval is a setting would need another service. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void look() {
    long now = System.nanoTime();
    if (settings.kept().isPresent() && now - looked >= settings.every().toNanos()) {
      looked = now;
      run();
    }
  }

  private void run() {
    Optional<CheckpointKey> key = keyText.flatMap(CheckpointKey::parse);
    if (key.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING, "nothing is deleted without a key that signs: AUDIT_KEY");
      return;
    }
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        run(new RetentionSteps(connection, key.get(), MOST_AT_ONCE), now);
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException | RuntimeException failed) {
      // A timer that throws is called once more and then never again.
      LOG.log(System.Logger.Level.WARNING, "old rows are deleted later: {0}", failed);
    }
  }

  private void run(RetentionSteps steps, Instant now) throws SQLException {
    Instant cutoff = now.minus(settings.kept().orElseThrow());
    long until = System.nanoTime() + LONGEST_RUN.toNanos();
    for (String chain : steps.chains()) {
      long from = System.nanoTime();
      while (from < until && steps.step(chain, cutoff, now)) {
        rest(Duration.ofNanos(System.nanoTime() - from));
        from = System.nanoTime();
      }
    }
    long from = System.nanoTime();
    while (from < until && steps.stepFingerprints(cutoff)) {
      rest(Duration.ofNanos(System.nanoTime() - from));
      from = System.nanoTime();
    }
  }

  /** A fifth of the time at most; less while senders wait. */
  private void rest(Duration worked) {
    Duration asked = precedence.restOfLater(worked, System.nanoTime());
    Duration own = worked.multipliedBy(SHARE);
    try {
      TimeUnit.NANOSECONDS.sleep((asked.compareTo(own) > 0 ? asked : own).toNanos());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
