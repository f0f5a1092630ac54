package io.strikewire.option;

import java.math.BigDecimal;
import java.time.Instant;

/** What an option is worth, and on whose word. Prices are USD per share. */
public sealed interface OptionPrice {

  /** A price that a buyer or seller can be given. */
  sealed interface Known extends OptionPrice {
    /** What a buyer pays. */
    BigDecimal ask();

    /** What a seller gets. */
    BigDecimal bid();

    /** How the price came about: {@code QUOTE}, {@code MODEL} or {@code PREMIUM}. */
    String basis();
  }

  /** The option's own quote. */
  record Quoted(BigDecimal bid, BigDecimal ask, Instant at) implements Known {
    @Override
    public String basis() {
      return "QUOTE";
    }
  }

  /** Computed from the chain's volatility. */
  record Modelled(BigDecimal value, Instant at) implements Known {
    @Override
    public BigDecimal ask() {
      return value;
    }

    @Override
    public BigDecimal bid() {
      return value;
    }

    @Override
    public String basis() {
      return "MODEL";
    }
  }

  /** The premium that the signal itself named. */
  record Stated(BigDecimal premium) implements Known {
    @Override
    public BigDecimal ask() {
      return premium;
    }

    @Override
    public BigDecimal bid() {
      return premium;
    }

    @Override
    public String basis() {
      return "PREMIUM";
    }
  }

  /** Nobody knows. */
  record Unknown(String why) implements OptionPrice {}
}
