package io.strikewire.mark;

import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrice.Quoted;
import io.strikewire.position.QuoteFeed.Quote;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which price values an option: its own newest quote, pushed or from a chain, else the model's
 * value. Its underlying's price never does.
 *
 * @param maxAge oldest pushed quote that counts, and oldest mark that is called fresh
 */
public record Marks(Duration maxAge) {

  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  /** The price of an option, of what a feed pushed and what the chains say. */
  public OptionPrice price(Optional<Quote> pushed, OptionPrice chain, Instant now) {
    return pushed
        .filter(quote -> isFresh(quote.at(), now))
        .filter(quote -> !(chain instanceof Quoted listed) || !quote.at().isBefore(listed.at()))
        .<OptionPrice>map(quote -> new Quoted(quote.bid(), quote.ask(), quote.at()))
        .orElse(chain);
  }

  /** Whether what was so at {@code at} still counts. */
  public boolean isFresh(Instant at, Instant now) {
    return Duration.between(at, now).compareTo(maxAge) <= 0
        && Duration.between(now, at).compareTo(CLOCKS_DIFFER) <= 0;
  }
}
