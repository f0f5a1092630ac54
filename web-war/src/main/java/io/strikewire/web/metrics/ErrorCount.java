package io.strikewire.web.metrics;

import io.strikewire.event.ServiceStarted;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * How often this instance said that something went wrong: what is counted is what is logged, so
 * that the alert and the log lines that explain it can never disagree.
 */
@ApplicationScoped
public class ErrorCount {

  /** How bad it was. */
  public enum Severity {
    /** The service goes on by itself. */
    WARNING,
    /** A person must act. */
    ERROR
  }

  private static final Logger OURS = Logger.getLogger("io.strikewire");

  private final Map<Severity, LongAdder> counts = new EnumMap<>(Severity.class);
  private final Handler counter = new Counter();

  /** Nothing counted yet. */
  public ErrorCount() {
    for (Severity severity : Severity.values()) {
      counts.put(severity, new LongAdder());
    }
  }

  void on(@Observes ServiceStarted started) {
    OURS.addHandler(counter);
  }

  @PreDestroy
  void stop() {
    OURS.removeHandler(counter);
  }

  /** The count since the start. */
  public long of(Severity severity) {
    return counts.get(severity).sum();
  }

  private final class Counter extends Handler {
    Counter() {
      setLevel(Level.WARNING);
    }

    @Override
    public void publish(LogRecord line) {
      if (isLoggable(line)) {
        boolean error = line.getLevel().intValue() >= Level.SEVERE.intValue();
        counts.get(error ? Severity.ERROR : Severity.WARNING).increment();
      }
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
