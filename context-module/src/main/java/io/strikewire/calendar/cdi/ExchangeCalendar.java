package io.strikewire.calendar.cdi;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.market.TradingCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The calendar every part of the application asks. */
@ApplicationScoped
public class ExchangeCalendar {

  /** The sessions of the New York exchanges. */
  @Produces
  @ApplicationScoped
  public TradingCalendar calendar() {
    return new NyseCalendar();
  }
}
