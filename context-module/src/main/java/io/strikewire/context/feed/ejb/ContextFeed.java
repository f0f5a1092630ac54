package io.strikewire.context.feed.ejb;

import com.github.benmanes.caffeine.cache.Ticker;
import io.strikewire.context.ContextSettings;
import io.strikewire.context.ContextShelf;
import io.strikewire.context.feed.CoalescedQuotes;
import io.strikewire.context.feed.CoalescedQuotes.Answer;
import io.strikewire.context.feed.FeedUnavailable;
import io.strikewire.context.feed.MarketQuotes;
import io.strikewire.context.feed.ModeWatch;
import io.strikewire.context.feed.PulledContext;
import io.strikewire.context.feed.http.GuardedProvider;
import io.strikewire.context.history.Pictures;
import io.strikewire.context.jpa.ModeRows;
import io.strikewire.event.ServiceStarted;
import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.market.MarketDataMode;
import io.strikewire.market.MarketDataModeChanged;
import io.strikewire.market.Snapshot;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;

/** Asks the configured provider, keeps what it says, and tells when the mode changes. */
@ApplicationScoped
@NullUnmarked
public class ContextFeed implements MarketDataFeed {

  private static final Logger LOG = System.getLogger(ContextFeed.class.getName());

  @Inject private ContextSettings settings;
  @Inject private GuardedProvider provider;
  @Inject private ContextShelf shelf;
  @Inject private Pictures pictures;
  @Inject private ModeRows modes;
  @Inject private Event<MarketDataModeChanged> changes;
  @Inject private Clock clock;

  private final AtomicReference<Instant> kept = new AtomicReference<>(Instant.EPOCH);
  private CoalescedQuotes quotes;
  private ModeWatch watch;

  @PostConstruct
  void begin() {
    quotes =
        new CoalescedQuotes(
            this::current, clock::instant, settings.pulledFresh(), Ticker.systemTicker());
    watch =
        new ModeWatch(settings.failuresToDegrade(), settings.successesToRecover(), clock.instant());
  }

  /** Quotes of now: older ones are no answer. */
  private MarketQuotes current() {
    MarketQuotes answer = provider.quotes();
    Duration age = Duration.between(answer.asOf(), clock.instant());
    if (age.compareTo(settings.quoteAge()) > 0) {
      throw new FeedUnavailable("the provider's quotes are of " + answer.asOf());
    }
    return answer;
  }

  /** A restart does not end the degraded mode: successes do. */
  void on(@Observes ServiceStarted event) {
    modes.last().ifPresent(watch::resume);
  }

  @Override
  public MarketDataMode mode() {
    return watch.mode();
  }

  @Override
  public List<MarketDataMode> modes() {
    return modes.newest();
  }

  @Override
  public Snapshot<MarketContext> newest(Instant now) {
    return shelf.newest(now);
  }

  @Override
  public Snapshot<MarketContext> ask(Instant now) {
    Answer answer = quotes.ask();
    if (answer instanceof Answer.Market market) {
      keepOnce(market, now);
    }
    return quotes
        .last()
        .map(market -> settings.freshness().of(context(market), now))
        .orElseGet(
            () ->
                new Snapshot.Missing<>(
                    answer instanceof Answer.Failure failure ? failure.why() : "no answer yet"));
  }

  private void keepOnce(Answer.Market market, Instant now) {
    Instant before = kept.getAndSet(market.fetchedAt());
    if (!before.equals(market.fetchedAt())) {
      shelf.keep(context(market), now);
    }
  }

  private MarketContext context(Answer.Market market) {
    return PulledContext.of(
        provider.name(), market, pictures.at(market.fetchedAt(), market.quotes().vix()));
  }

  /** Counts whether there was a fresh market, and tells of a change of mode. */
  void observe(Snapshot<MarketContext> seen, Instant now) {
    Optional<MarketDataMode> change =
        seen instanceof Snapshot.Fresh
            ? watch.succeeded(now)
            : watch.failed(
                quotes.lastFailure().orElse("the market context is " + seen.freshness()), now);
    change.ifPresent(
        mode -> {
          LOG.log(Level.WARNING, "market data is {0} since {1}", mode.name(), mode.since());
          modes.keep(mode);
          changes.fire(new MarketDataModeChanged(mode));
        });
  }

  @Override
  public State state(Instant now) {
    return new State(
        provider.name(),
        quotes.fetched(),
        quotes.failed(),
        quotes.answered(),
        quotes.last().map(market -> Duration.between(market.fetchedAt(), now)),
        quotes.lastFailure());
  }
}
