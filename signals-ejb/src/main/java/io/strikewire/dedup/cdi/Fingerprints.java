package io.strikewire.dedup.cdi;

import io.strikewire.dedup.DuplicateWindow;
import io.strikewire.dedup.DuplicateWindow.Holder;
import io.strikewire.event.PortfolioDecided;
import io.strikewire.normalize.cdi.Interpreter;
import io.strikewire.pipeline.cdi.TransactionMemory;
import io.strikewire.runner.BatchEvent;
import io.strikewire.signal.Fingerprint;
import io.strikewire.signal.SignalId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Which signal speaks for a fingerprint. A fingerprint belongs to one portfolio, whose lock is held
 * while this is asked, so what a transaction has read of it stays true until the transaction ends.
 */
@ApplicationScoped
public class Fingerprints {

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private TransactionMemory memory;
  @Inject private Interpreter interpreter;

  /** What a transaction knows: those it read, and those it changed and has not written. */
  private static final class Known {
    private final Map<Fingerprint, Optional<Holder>> holders = new HashMap<>();
    private final Map<Fingerprint, Holder> changed = new HashMap<>();
  }

  /**
   * Makes {@code claimant} the holder unless another signal became it within the window.
   *
   * @return the holder
   */
  Holder claim(Fingerprint fingerprint, SignalId claimant, DuplicateWindow window, Instant now) {
    Known known = memory.of(Known.class, Known::new);
    Optional<Holder> first = holder(fingerprint, window, now);
    if (first.isPresent()) {
      return first.get();
    }
    Holder mine = new Holder(claimant, now);
    known.holders.put(fingerprint, Optional.of(mine));
    known.changed.put(fingerprint, mine);
    return mine;
  }

  /** The signal that speaks for it within the window. */
  Optional<Holder> holder(Fingerprint fingerprint, DuplicateWindow window, Instant now) {
    return memory
        .of(Known.class, Known::new)
        .holders
        .computeIfAbsent(
            fingerprint, unread -> Optional.ofNullable(read(List.of(unread)).get(unread)))
        .filter(held -> window.covers(held.since(), now));
  }

  /** Reads for all signals of a batch at once. */
  void on(@Observes BatchEvent.Begun begun) {
    List<Fingerprint> expected =
        interpreter.understood(begun.signals()).stream().map(Fingerprint::of).toList();
    Map<Fingerprint, Holder> read = read(expected);
    Known known = memory.of(Known.class, Known::new);
    expected.forEach(
        fingerprint -> known.holders.put(fingerprint, Optional.ofNullable(read.get(fingerprint))));
  }

  /** Writes what a batch changed at once. */
  void on(@Observes PortfolioDecided decided) {
    Known known = memory.of(Known.class, Known::new);
    Map<String, Holder> changed = new TreeMap<>();
    known.changed.forEach((fingerprint, holder) -> changed.put(fingerprint.hex(), holder));
    try (Connection connection = database.getConnection()) {
      FingerprintRows.write(connection, changed);
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot write fingerprints", broken);
    }
    known.changed.clear();
  }

  private Map<Fingerprint, Holder> read(List<Fingerprint> fingerprints) {
    try (Connection connection = database.getConnection()) {
      return FingerprintRows.read(connection, fingerprints);
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read fingerprints", broken);
    }
  }
}
