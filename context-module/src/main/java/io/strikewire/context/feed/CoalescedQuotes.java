package io.strikewire.context.feed;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request however many ask, and none within the time to live. After a failure nobody asks for
 * five seconds; the last market may be used meanwhile, for as long as its user allows.
 */
public final class CoalescedQuotes {

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final String ONLY = "market";

  /** What a question is answered with. */
  public sealed interface Answer {
    /** The market, and when it was fetched. */
    record Market(MarketQuotes quotes, Instant fetchedAt) implements Answer {}

    /** No request succeeded yet, or the last one failed. */
    record Failure(String why) implements Answer {}
  }

  private final LoadingCache<String, Answer> cache;
  private final AtomicReference<Answer.@Nullable Market> last = new AtomicReference<>();
  private final AtomicReference<@Nullable String> lastFailure = new AtomicReference<>();
  private final LongAdder asked = new LongAdder();
  private final LongAdder fetched = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /**
   * @param source asks the provider; throws when it has nothing
   * @param clock now
   * @param toLive how long an answer is not asked for again
   */
  public CoalescedQuotes(
      Supplier<MarketQuotes> source, Supplier<Instant> clock, Duration toLive, Ticker ticker) {
    cache =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfter(
                Expiry.<String, Answer>creating(
                    (key, answer) -> answer instanceof Answer.Market ? toLive : AFTER_FAILURE))
            .build(key -> fetch(source, clock));
  }

  private Answer fetch(Supplier<MarketQuotes> source, Supplier<Instant> clock) {
    try {
      Answer.Market market = new Answer.Market(source.get(), clock.get());
      last.set(market);
      fetched.increment();
      return market;
    } catch (RuntimeException unavailable) {
      String why = String.valueOf(unavailable.getMessage());
      lastFailure.set(why);
      failed.increment();
      return new Answer.Failure(why);
    }
  }

  /** The answer of the one request. */
  public Answer ask() {
    asked.increment();
    return cache.get(ONLY);
  }

  /** The last market that was fetched. */
  public Optional<Answer.Market> last() {
    return Optional.ofNullable(last.get());
  }

  /** Why the last failed request failed. */
  public Optional<String> lastFailure() {
    return Optional.ofNullable(lastFailure.get());
  }

  /** Requests that gave a market. */
  public long fetched() {
    return fetched.sum();
  }

  /** Requests that did not. */
  public long failed() {
    return failed.sum();
  }

  /** Questions that needed no request of their own. */
  public long answered() {
    return Math.max(0, asked.sum() - fetched.sum() - failed.sum());
  }
}
