package io.strikewire.context.feed.http;

import io.strikewire.context.ContextSettings;
import io.strikewire.context.feed.FeedUnavailable;
import io.strikewire.context.feed.MarketDataProvider;
import io.strikewire.context.feed.MarketQuotes;
import io.strikewire.context.history.DailyBar;
import io.strikewire.signal.Symbol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The configured provider, guarded: at most three seconds a try, two more tries after failures, no
 * try for half a minute once half of the last six failed, at most two requests at a time.
 */
@ApplicationScoped
public class GuardedProvider {

  @Inject private ContextSettings settings;

  /** Its name; {@code none} without one. */
  public String name() {
    return settings.provider().name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * SPY and the VIX now.
   *
   * @throws FeedUnavailable when they are not to be had
   */
  @Timeout(value = 3, unit = ChronoUnit.SECONDS)
  @Retry(maxRetries = 2, delay = 200, jitter = 100, abortOn = FeedUnavailable.TooOften.class)
  @CircuitBreaker(requestVolumeThreshold = 6, delay = 30, delayUnit = ChronoUnit.SECONDS)
  @Bulkhead(2)
  public MarketQuotes quotes() {
    return uninterrupted(() -> provider().quotes());
  }

  /**
   * Daily bars of SPY or the VIX, ascending.
   *
   * @throws FeedUnavailable when they are not to be had
   */
  @Timeout(value = 10, unit = ChronoUnit.SECONDS)
  @Retry(maxRetries = 1, delay = 500, abortOn = FeedUnavailable.TooOften.class)
  @CircuitBreaker(requestVolumeThreshold = 4, delay = 1, delayUnit = ChronoUnit.MINUTES)
  @Bulkhead(2)
  public List<DailyBar> bars(Symbol symbol, LocalDate from, LocalDate to) {
    return uninterrupted(() -> provider().bars(symbol, from, to));
  }

  /** The time-out interrupts this thread; the pause before the next try is not meant. */
  private static <T> T uninterrupted(Supplier<T> request) {
    try {
      return request.get();
    } finally {
      Thread.interrupted();
    }
  }

  /** The key is a secret: it is read here and shown nowhere. */
  private MarketDataProvider provider() {
    String key =
        ConfigProvider.getConfig()
            .getOptionalValue(ContextSettings.PROVIDER_KEY.name(), String.class)
            .orElse("");
    return Providers.of(settings, key)
        .orElseThrow(() -> new FeedUnavailable("no market data provider is configured"));
  }
}
