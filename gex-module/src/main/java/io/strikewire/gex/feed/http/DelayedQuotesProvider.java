package io.strikewire.gex.feed.http;

import io.strikewire.gex.config.GexSettings;
import io.strikewire.gex.feed.ChainProvider;
import io.strikewire.signal.Symbol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Delayed-quote files of the configured address; unavailable when none is configured. */
@ApplicationScoped
public class DelayedQuotesProvider implements ChainProvider {

  private static final Set<String> INDICES = Set.of("SPX", "RUT", "NDX", "XSP", "VIX", "DJX");

  @Inject private GexSettings settings;
  @Inject private GuardedQuotes quotes;

  @Override
  public Fetched fetch(Symbol symbol) {
    if (settings.provider().isEmpty()) {
      return new Fetched.Unavailable("no chain provider is configured");
    }
    try {
      return new Fetched.File(quotes.file(settings.provider(), fileName(symbol)));
    } catch (FeedUnavailable unavailable) {
      return new Fetched.Unavailable(String.valueOf(unavailable.getMessage()));
    } catch (FaultToleranceException guarded) {
      return new Fetched.Unavailable(
          "no answer in time, or asked too often: " + guarded.getClass().getSimpleName());
    }
  }

  private static String fileName(Symbol symbol) {
    String ticker = symbol.ticker();
    return INDICES.contains(ticker) ? "_" + ticker : ticker;
  }
}
