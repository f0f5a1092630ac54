package io.strikewire.book.cdi;

import io.strikewire.book.BookSettings;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrices;
import io.strikewire.position.QuoteFeed;
import io.strikewire.position.QuoteFeed.Quote;
import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a contract's pushed quote speak before the chains, for entries and exits alike. Whoever asks
 * for prices is given these; the chains' own are found by their interface as a session bean.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class PushedQuotes implements OptionPrices {

  @EJB private OptionPrices chains;
  @Inject private QuoteFeed feed;
  @Inject private BookSettings settings;

  @Override
  public OptionPrice price(OptionContract contract, Instant now) {
    return prices(Set.of(contract), now).values().iterator().next();
  }

  @Override
  public Map<OptionContract, OptionPrice> prices(Set<OptionContract> contracts, Instant now) {
    Map<OptionContract, Quote> pushed = feed.latest(contracts);
    Map<OptionContract, OptionPrice> prices = new HashMap<>(chains.prices(contracts, now));
    prices.replaceAll(
        (contract, chain) ->
            settings.marks().price(Optional.ofNullable(pushed.get(contract)), chain, now));
    return prices;
  }
}
