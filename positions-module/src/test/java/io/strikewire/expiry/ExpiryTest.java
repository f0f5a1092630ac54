package io.strikewire.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExpiryTest {

  private static final TradingCalendar CALENDAR = new NyseCalendar();

  @Test
  void a_cent_in_the_money_is_exercised_and_less_is_not() {
    assertThat(end("SPY261218C00500000", "500.01")).isEqualTo(exercised("0.0100"));
    assertThat(end("SPY261218C00500000", "500.009")).isEqualTo(expired());
    assertThat(end("SPY261218C00500000", "499")).isEqualTo(expired());
    assertThat(end("SPY261218P00500000", "495.5")).isEqualTo(exercised("4.5000"));
  }

  @Test
  void am_classes_are_settled_at_the_open_and_all_others_at_the_close() {
    assertThat(moment("SPX261218C04000000")).hasToString("2026-12-18T14:30:00Z");
    assertThat(moment("SPXW261218C04000000")).hasToString("2026-12-18T21:00:00Z");
    assertThat(moment("AAPL261218C00200000")).hasToString("2026-12-18T21:00:00Z");
  }

  @Test
  void a_half_day_ends_early_and_a_saturday_means_the_friday_before() {
    assertThat(moment("AAPL261127C00200000")).hasToString("2026-11-27T18:00:00Z");
    assertThat(moment("AAPL140621C00092860")).hasToString("2014-06-20T20:00:00Z");
  }

  private static Instant moment(String contract) {
    return Expiry.moment(OptionContract.parse(contract).orElseThrow(), CALENDAR);
  }

  private static Expiry end(String contract, String price) {
    return Expiry.of(OptionContract.parse(contract).orElseThrow(), new BigDecimal(price));
  }

  private static Expiry exercised(String value) {
    return new Expiry(new BigDecimal(value), "EXERCISED");
  }

  private static Expiry expired() {
    return new Expiry(new BigDecimal("0.0000"), "EXPIRED");
  }
}
