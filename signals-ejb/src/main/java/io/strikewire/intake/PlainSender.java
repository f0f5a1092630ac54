package io.strikewire.intake;

import io.strikewire.dialect.TradeWords;
import io.strikewire.payload.Payload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who writes in the plain form. They share its fields; each has marks of its own, and some have
 * words of their own for the side.
 */
enum PlainSender {
  /** The trend on a larger timeframe: {@code mtf_bias}. */
  MTF_BIAS("mtf-bias", "MTF", "mtf_bias"),
  /** Dealers' gamma exposure as another service sees it: {@code gex_direction}. */
  GEX("gex", "GEX", "gex_direction", "gex_bias"),
  /** A person. */
  MANUAL("manual", "MANUAL"),
  /** A plain TradingView alert: placeholders of an order, or TradingView's names. */
  TRADINGVIEW("tradingview", "TRADINGVIEW"),
  /** The deployment guide's form. */
  GENERIC("generic", "TRADINGVIEW");

  private static final String[] TRADING_VIEWS_NAMES = {
    "ticker",
    "action",
    "interval",
    "timenow",
    "exchange",
    "order_action",
    "market_position",
    "strategy.order.action",
    "strategy.market_position"
  };

  private final String dialect;
  private final String source;
  private final List<String> ownSides;

  PlainSender(String dialect, String source, String... ownSides) {
    this.dialect = dialect;
    this.source = source;
    this.ownSides = List.of(ownSides);
  }

  /** Who wrote an alert of the plain form. Total: somebody always did. */
  static PlainSender of(Payload alert) {
    return Arrays.stream(values()).filter(one -> one.wrote(alert)).findFirst().orElse(GENERIC);
  }

  private boolean wrote(Payload alert) {
    return switch (this) {
      case GENERIC -> true;
      case TRADINGVIEW -> alert.first(TRADING_VIEWS_NAMES).isPresent();
      case MTF_BIAS, GEX, MANUAL -> isNamed(alert) || speaksForItself(alert);
    };
  }

  private boolean isNamed(Payload alert) {
    return alert
        .first("source")
        .filter(String.class::isInstance)
        .filter(name -> ((String) name).strip().equalsIgnoreCase(source))
        .isPresent();
  }

  /** No source is named, and the side stands under a word that only this sender has. */
  private boolean speaksForItself(Payload alert) {
    Optional<Object> named = alert.first("source");
    return named.isEmpty()
        && alert.first(TradeWords.SIDE.toArray(String[]::new)).isEmpty()
        && alert.first(ownSides.toArray(String[]::new)).isPresent();
  }

  /** The dialect's name. */
  String dialect() {
    return dialect;
  }

  /**
   * The source of an alert that names none.
   *
   * @param configured what is known of whoever delivered it
   */
  String source(Optional<String> configured) {
    return configured.orElse(source);
  }

  /** Fields that can say what is to be done, in the order in which they are looked at. */
  List<String> sides() {
    return ownSides.isEmpty()
        ? TradeWords.SIDE
        : Stream.concat(TradeWords.SIDE.stream(), ownSides.stream()).toList();
  }
}
