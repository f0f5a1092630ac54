package io.strikewire.book.cdi;

import io.strikewire.book.BookSettings;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrices;
import io.strikewire.position.QuoteFeed;
import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;

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
    return settings.marks().price(feed.latest(contract), chains.price(contract, now), now);
  }
}
