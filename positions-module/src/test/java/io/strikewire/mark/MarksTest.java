package io.strikewire.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrice.Modelled;
import io.strikewire.option.OptionPrice.Quoted;
import io.strikewire.option.OptionPrice.Unknown;
import io.strikewire.position.QuoteFeed.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarksTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final BigDecimal BID = new BigDecimal("4.10");
  private static final BigDecimal ASK = new BigDecimal("4.20");
  private final Marks marks = new Marks(Duration.ofMinutes(5));

  @Test
  void a_pushed_quote_speaks_before_a_model_and_before_an_older_chain() {
    Quoted own = new Quoted(BID, ASK, NOW.minusSeconds(10));
    assertThat(price(10, new Modelled(BID, NOW))).isEqualTo(own);
    assertThat(price(10, new Quoted(ASK, ASK, NOW.minusSeconds(900)))).isEqualTo(own);
  }

  @Test
  void a_newer_chain_speaks_before_a_pushed_quote() {
    Quoted listed = new Quoted(ASK, ASK, NOW.minusSeconds(5));
    assertThat(price(10, listed)).isEqualTo(listed);
  }

  @Test
  void a_pushed_quote_that_is_old_or_of_the_future_is_no_price() {
    Unknown nobody = new Unknown("nobody knows");
    assertThat(price(300, nobody)).isInstanceOf(Quoted.class);
    assertThat(price(301, nobody)).isEqualTo(nobody);
    assertThat(price(-61, nobody)).isEqualTo(nobody);
  }

  private OptionPrice price(long secondsOld, OptionPrice chain) {
    Quote quote =
        new Quote(
            OptionContract.parse("SPY261218C00500000").orElseThrow(),
            BID,
            ASK,
            Optional.empty(),
            NOW.minusSeconds(secondsOld));
    return marks.price(Optional.of(quote), chain, NOW);
  }
}
