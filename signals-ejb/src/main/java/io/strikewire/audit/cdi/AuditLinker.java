package io.strikewire.audit.cdi;

import io.strikewire.audit.chain.ChainEnd;
import io.strikewire.audit.chain.CheckpointKey;
import io.strikewire.audit.jdbc.AuditChains;
import io.strikewire.audit.jdbc.Checkpoints;
import io.strikewire.event.ServiceStarted;
import io.strikewire.pipeline.Precedence;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One long-lived task that links what was committed. It works in few large steps: what is linked
 * together costs little, and nobody waits for it.
 */
@ApplicationScoped
public class AuditLinker {

  private static final System.Logger LOG = System.getLogger("io.strikewire.audit");
  private static final int MOST = 1000;
  private static final Duration EVERY = Duration.ofMillis(250);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CHECKPOINT_EVERY = Duration.ofMinutes(1);

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Resource private ManagedExecutorService executor;
  @Inject private Clock clock;
  @Inject private Precedence precedence;

  @Inject
  @ConfigProperty(name = "strikewire.audit.key")
  private Optional<String> keyText;

  private final Map<String, ChainEnd> unsigned = new LinkedHashMap<>();
  private volatile boolean running;

  void on(@Observes ServiceStarted started) {
    Optional<CheckpointKey> key = keyText.flatMap(CheckpointKey::parse);
    if (key.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "audit checkpoints are not signed: strikewire.audit.key (AUDIT_KEY) is no key");
    }
    running = true;
    executor.execute(() -> run(key));
  }

  @PreDestroy
  void stop() {
    running = false;
  }

  private void run(Optional<CheckpointKey> key) {
    long signed = System.nanoTime();
    while (running) {
      try {
        long from = System.nanoTime();
        boolean due = from - signed > CHECKPOINT_EVERY.toNanos();
        int linked = round(key.filter(known -> due));
        signed = due ? from : signed;
        rest(linked, Duration.ofNanos(System.nanoTime() - from));
      } catch (SQLException | RuntimeException away) {
        // A service that stops takes the database away first, and tells this task a moment later.
        sleep(AFTER_FAILURE);
        if (running) {
          LOG.log(System.Logger.Level.WARNING, "the audit log is linked later", away);
        }
      }
    }
  }

  private int round(Optional<CheckpointKey> key) throws SQLException {
    int linked = 0;
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      AuditChains chains =
          new AuditChains(connection, precedence.mostOfLater(MOST, System.nanoTime()));
      try {
        for (String chain : chains.behind()) {
          AuditChains.Stretch stretch = chains.link(chain);
          linked += stretch.linked();
          stretch.end().ifPresent(end -> unsigned.put(chain, end));
        }
        if (key.isPresent()) {
          sign(connection, key.get());
        }
      } finally {
        connection.setAutoCommit(true);
      }
    }
    return linked;
  }

  /** The newest ends are also told to the log, which the database's owner cannot rewrite. */
  private void sign(Connection connection, CheckpointKey key) throws SQLException {
    for (ChainEnd end : unsigned.values()) {
      Checkpoints.write(connection, end, key, clock.instant());
      LOG.log(
          System.Logger.Level.INFO,
          "audit checkpoint {0}-{1} {2}",
          end.chain(),
          Long.toString(end.id()),
          end.hash());
    }
    unsigned.clear();
  }

  private void rest(int linked, Duration worked) {
    Duration rest = precedence.restOfLater(worked, System.nanoTime());
    sleep(
        linked >= precedence.mostOfLater(MOST, System.nanoTime()) || rest.compareTo(EVERY) > 0
            ? rest
            : EVERY);
  }

  private void sleep(Duration rest) {
    try {
      TimeUnit.NANOSECONDS.sleep(rest.toNanos());
    } catch (InterruptedException stopping) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }
}
