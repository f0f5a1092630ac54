package io.strikewire.validate.cdi;

import io.strikewire.confluence.Heard;
import io.strikewire.normalize.cdi.Interpreter;
import io.strikewire.pipeline.cdi.TransactionMemory;
import io.strikewire.pipeline.config.PipelineSettings;
import io.strikewire.runner.BatchEvent;
import io.strikewire.runner.Journey;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Symbol;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The signals that a signal is compared with: those decided before it, in the portfolio's order of
 * decisions, so that a replay compares it with the same ones.
 */
@ApplicationScoped
public class EarlierSignals {

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private TransactionMemory memory;
  @Inject private Interpreter interpreter;
  @Inject private PipelineSettings settings;
  @Inject private Clock clock;

  /** What is known in this transaction. */
  private static final class Known {
    private final Heard heard = new Heard();
    private final Map<String, Signal> underWay = new HashMap<>();
  }

  /** The latest of each source and bar size, none older than the horizon. */
  List<Peer> comparedWith(Signal signal, Duration horizon, Instant now) {
    Heard heard = memory.of(Known.class, Known::new).heard;
    if (!heard.knows(signal.symbol())) {
      read(heard, signal.portfolio(), Set.of(signal.symbol()), horizon, now);
    }
    return heard.comparedWith(Peer.of(signal), horizon, now);
  }

  /** Reads for all signals of a batch at once. */
  void on(@Observes BatchEvent.Begun begun) {
    List<Signal> entries = interpreter.entries(begun.signals());
    if (!entries.isEmpty()) {
      Known known = memory.of(Known.class, Known::new);
      entries.forEach(signal -> known.underWay.put(signal.id().toString(), signal));
      read(
          known.heard,
          entries.get(0).portfolio(),
          entries.stream().map(Signal::symbol).collect(Collectors.toSet()),
          settings.validation().weights().horizon().orElseThrow(),
          clock.instant());
    }
  }

  /** One that is decided and not yet written counts for those that follow. */
  void on(@Observes BatchEvent.Settled settled) {
    Journey journey = settled.journey();
    Known known = memory.of(Known.class, Known::new);
    Signal signal = known.underWay.remove(journey.id().toString());
    if (signal != null && PeerRows.COUNTED.contains(journey.status())) {
      known.heard.add(Peer.of(signal), journey.decision().at());
    }
  }

  private void read(
      Heard heard, Portfolio portfolio, Collection<Symbol> symbols, Duration horizon, Instant now) {
    try (Connection connection = database.getConnection()) {
      Map<Symbol, List<Peer>> stored =
          PeerRows.latest(connection, portfolio, symbols, now.minus(horizon), now);
      symbols.forEach(symbol -> heard.know(symbol, stored.getOrDefault(symbol, List.of())));
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read what was decided before", broken);
    }
  }
}
