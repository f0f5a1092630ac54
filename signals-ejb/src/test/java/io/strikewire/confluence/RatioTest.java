package io.strikewire.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RatioTest {

  @Property(tries = 1000)
  void comparing_is_exact_even_where_products_leave_the_range_of_a_long(
      @ForAll long one,
      @ForAll @LongRange(min = 1) long two,
      @ForAll long three,
      @ForAll @LongRange(min = 1) long four) {
    int expected =
        BigDecimal.valueOf(one)
            .multiply(BigDecimal.valueOf(four))
            .compareTo(BigDecimal.valueOf(three).multiply(BigDecimal.valueOf(two)));
    assertThat(new Ratio(one, two).isAtLeast(new Ratio(three, four))).isEqualTo(expected >= 0);
  }

  @Property(tries = 1000)
  void lowest_terms_are_the_same_fraction(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long numerator,
      @ForAll @LongRange(min = 1, max = 1_000_000) long denominator) {
    Ratio reduced = new Ratio(numerator, denominator).reduced();
    assertThat(reduced.numerator() * denominator).isEqualTo(numerator * reduced.denominator());
    assertThat(reduced.reduced()).isEqualTo(reduced);
  }

  @Test
  void a_decimal_is_the_fraction_that_it_says() {
    assertThat(Ratio.of(new BigDecimal("0.25")).reduced()).isEqualTo(new Ratio(1, 4));
    assertThat(Ratio.of(new BigDecimal("1E+2"))).isEqualTo(new Ratio(100, 1));
    assertThat(Ratio.of(new BigDecimal("0.7")).value()).isEqualTo(0.7);
    assertThat(Ratio.of(new BigDecimal("0.000000000000000001"))).isNotNull();
    assertThatThrownBy(() -> Ratio.of(BigDecimal.ONE.setScale(19, RoundingMode.UNNECESSARY)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Ratio.of(new BigDecimal("9223372036854775808")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Ratio(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void weights_are_millionths_up_to_a_thousand() {
    assertThat(weight("1000")).isEqualTo(1_000_000_000L);
    assertThat(weight("0.000001")).isEqualTo(1);
    assertThat(weight("0")).isZero();
    for (String text : new String[] {"1000.000001", "-0.000001", "0.0000001"}) {
      assertThatThrownBy(() -> weight(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static long weight(String text) {
    return ConfluenceSettings.of(
            java.util.Map.of("GEX", new BigDecimal(text)),
            BigDecimal.ONE,
            java.util.Optional.empty())
        .weightOf("GEX");
  }
}
