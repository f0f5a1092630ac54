package io.strikewire.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.broker.PaperBroker;
import io.strikewire.option.OptionPrice.Stated;
import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PositionFoldTest {

  private static final Instant AT = Instant.parse("2026-11-23T15:00:00Z");
  private final PaperBroker broker =
      new PaperBroker(new BigDecimal("0.65"), new BigDecimal("0.02"));

  @Property(tries = 1000)
  void buying_and_selling_at_one_price_loses_exactly_the_costs(
      @ForAll @IntRange(min = 1, max = 500) int contracts,
      @ForAll @IntRange(max = 9_999_999) int tenThousandths) {
    Stated price = new Stated(BigDecimal.valueOf(tenThousandths, 4));
    PositionFold fold =
        PositionFold.EMPTY
            .with(broker.buy(price, contracts, AT))
            .with(broker.sell(price, contracts, AT));
    assertThat(fold.quantity()).isZero();
    assertThat(fold.realizedPnl()).isEqualByComparingTo(BigDecimal.valueOf(-134L * contracts, 2));
  }

  @Property(tries = 1000)
  void profit_is_cash_and_marks(
      @ForAll @IntRange(min = 1, max = 500) int first,
      @ForAll @IntRange(min = 1, max = 500) int second,
      @ForAll @IntRange(max = 9_999_999) int price) {
    Stated paid = new Stated(BigDecimal.valueOf(price, 4));
    BigDecimal mark = new BigDecimal("1.2345");
    PositionFold fold =
        PositionFold.EMPTY
            .with(broker.buy(paid, first, AT))
            .with(broker.buy(new Stated(mark), second, AT))
            .with(broker.sell(paid, first, AT));
    assertThat(fold.quantity()).isEqualTo(second);
    assertThat(fold.realizedPnl().add(fold.unrealizedPnl(mark)))
        .isEqualByComparingTo(fold.cash().add(mark.multiply(BigDecimal.valueOf(second * 100L))));
  }
}
