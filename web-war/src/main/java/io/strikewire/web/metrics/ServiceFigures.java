package io.strikewire.web.metrics;

import io.strikewire.audit.AuditLog;
import io.strikewire.market.MarketContexts;
import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Symbol;
import io.strikewire.web.health.DatabaseLook;
import io.strikewire.web.health.HealthReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.Tag;

/** The service itself: health, errors, cache, database, audit log, clock, disk. */
@ApplicationScoped
public class ServiceFigures implements Figures {

  private static final Symbol MARKET = new Symbol("SPY");

  @Inject private MarketContexts contexts;
  @Inject private TradingCalendar calendar;
  @Inject private HealthReport health;
  @Inject private DatabaseLook database;
  @Inject private AuditLog audit;
  @Inject private ErrorCount errors;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "strikewire.data", defaultValue = ".")
  private String data;

  /** The tag of an error count. */
  public static Tag severity(ErrorCount.Severity severity) {
    return new Tag("severity", severity.name().toLowerCase(java.util.Locale.ROOT));
  }

  @Override
  public Map<MetricID, Supplier<Number>> figures() {
    Supplier<DatabaseLook.Seen> seen = Recent.of(database::look);
    Supplier<AuditLog.State> log = Recent.of(audit::state);
    Supplier<HealthReport.Whole> whole = Recent.of(health::whole);
    FigureMap figures =
        new FigureMap()
            .add("context_hit_rate", contexts::hitRate)
            .add("health_state", () -> whole.get().verdict().ordinal())
            .add("market_open", () -> marketIsOpen(clock.instant()) ? 1 : 0)
            .add("database_connections_in_use", () -> seen.get().inUse())
            .add("database_connections_free", () -> seen.get().free())
            .add("database_round_trip_ms", () -> seen.get().roundTripMs())
            .add("database_bytes", () -> seen.get().bytes())
            .add("clock_skew_seconds", () -> seen.get().clockSkewSeconds())
            .add("audit_records", () -> log.get().linked())
            .add("audit_waiting", () -> log.get().waiting())
            .add("disk_free_ratio", this::freeRatio);
    for (ErrorCount.Severity severity : ErrorCount.Severity.values()) {
      figures.add("errors", () -> errors.of(severity), severity(severity));
    }
    return figures.all();
  }

  private boolean marketIsOpen(Instant now) {
    return calendar
        .session(now.atZone(TradingCalendar.NEW_YORK).toLocalDate(), MARKET)
        .filter(session -> session.contains(now))
        .isPresent();
  }

  /** What is free on the disk of the data directory, 0 to 1. */
  private double freeRatio() {
    try {
      FileStore disk = Files.getFileStore(Path.of(data));
      return (double) disk.getUsableSpace() / disk.getTotalSpace();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the disk of " + data, unreadable);
    }
  }
}
