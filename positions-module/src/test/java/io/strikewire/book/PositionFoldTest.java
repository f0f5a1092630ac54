package io.strikewire.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.strikewire.position.Fill;
import io.strikewire.position.Fill.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PositionFoldTest {

  private static final Instant AT = Instant.parse("2026-11-23T15:00:00Z");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Property(tries = 1000)
  void buying_and_selling_at_one_price_loses_exactly_the_costs(
      @ForAll @IntRange(min = 1, max = 500) int contracts,
      @ForAll @IntRange(max = 9_999_999) int tenThousandths) {
    BigDecimal price = BigDecimal.valueOf(tenThousandths, 4);
    PositionFold fold =
        PositionFold.EMPTY
            .with(fill(Side.BUY, price, contracts))
            .with(fill(Side.SELL, price, contracts));
    assertThat(fold.quantity()).isZero();
    assertThat(fold.realizedPnl()).isEqualByComparingTo(BigDecimal.valueOf(-134L * contracts, 2));
  }

  @Property(tries = 1000)
  void realized_and_unrealized_profit_are_cash_and_marks(
      @ForAll("histories") List<Fill> fills, @ForAll @IntRange(max = 9_999_999) int mark) {
    PositionFold fold = PositionFold.of(fills);
    BigDecimal price = BigDecimal.valueOf(mark, 4);
    BigDecimal worth = price.multiply(HUNDRED).multiply(BigDecimal.valueOf(fold.quantity()));
    assertThat(fold.realizedPnl().add(fold.unrealizedPnl(price)))
        .isEqualByComparingTo(cash(fills).add(worth));
  }

  @Property(tries = 1000)
  void quantity_is_conserved(@ForAll("histories") List<Fill> fills) {
    int bought = contracts(fills, Side.BUY);
    int sold = contracts(fills, Side.SELL);
    assertThat(PositionFold.of(fills).quantity()).isEqualTo(bought - sold).isNotNegative();
  }

  @Property(tries = 1000)
  void folding_fill_by_fill_is_folding_all_at_once(
      @ForAll("histories") List<Fill> fills, @ForAll @IntRange(max = 50) int cut) {
    int at = Math.min(cut, fills.size());
    PositionFold replayed = PositionFold.of(fills.subList(0, at));
    for (Fill fill : fills.subList(at, fills.size())) {
      replayed = replayed.with(fill);
    }
    assertThat(replayed).isEqualTo(PositionFold.of(fills));
  }

  @Test
  void the_entry_price_is_the_average_of_what_was_bought_and_stays_when_a_part_is_sold() {
    PositionFold fold =
        PositionFold.of(
            List.of(
                fill(Side.BUY, new BigDecimal("4.20"), 1),
                fill(Side.BUY, new BigDecimal("4.30"), 2),
                fill(Side.SELL, new BigDecimal("5.00"), 2)));
    assertThat(fold.entryPrice()).isEqualByComparingTo("4.2667");
    assertThat(fold.quantity()).isEqualTo(1);
  }

  @Test
  void more_than_is_open_cannot_be_sold() {
    PositionFold fold = PositionFold.EMPTY.with(fill(Side.BUY, BigDecimal.ONE, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fold.with(fill(Side.SELL, BigDecimal.ONE, 3)))
        .withMessage("sells 3 of 2");
  }

  /** Buys and sales in any order, never more sold than is open. */
  @Provide
  Arbitrary<List<Fill>> histories() {
    Arbitrary<int[]> steps =
        Combinators.combine(
                Arbitraries.integers().between(-20, 20),
                Arbitraries.integers().between(0, 9_999_999))
            .as((contracts, price) -> new int[] {contracts, price});
    return steps.list().ofMinSize(1).ofMaxSize(20).map(PositionFoldTest::history);
  }

  private static List<Fill> history(List<int[]> steps) {
    List<Fill> fills = new ArrayList<>();
    int open = 0;
    for (int[] step : steps) {
      int contracts = step[0] < 0 ? -Math.min(-step[0], open) : step[0];
      if (contracts != 0) {
        open += contracts;
        fills.add(
            fill(
                contracts > 0 ? Side.BUY : Side.SELL,
                BigDecimal.valueOf(step[1], 4),
                Math.abs(contracts)));
      }
    }
    return fills;
  }

  private static BigDecimal cash(List<Fill> fills) {
    BigDecimal cash = BigDecimal.ZERO;
    for (Fill fill : fills) {
      BigDecimal value =
          fill.price().multiply(HUNDRED).multiply(BigDecimal.valueOf(fill.quantity()));
      cash = fill.side() == Side.BUY ? cash.subtract(value) : cash.add(value);
      cash = cash.subtract(fill.commission()).subtract(fill.fee());
    }
    return cash;
  }

  private static int contracts(List<Fill> fills, Side side) {
    return fills.stream().filter(f -> f.side() == side).mapToInt(Fill::quantity).sum();
  }

  private static Fill fill(Side side, BigDecimal price, int contracts) {
    return new Fill(
        side,
        price,
        contracts,
        BigDecimal.valueOf(65L * contracts, 2),
        BigDecimal.valueOf(2L * contracts, 2),
        AT);
  }
}
