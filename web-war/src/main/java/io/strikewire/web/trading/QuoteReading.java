package io.strikewire.web.trading;

import io.strikewire.option.OptionContract;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.payload.PayloadReader;
import io.strikewire.position.QuoteFeed.Quote;
import io.strikewire.web.problem.BadRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads pushed quotes; one mistake refuses all of them, and every mistake is named. */
public final class QuoteReading {

  private static final String PRICE = "USD per share from 0 to 99999999, at most four decimals";
  private static final BigDecimal MOST = new BigDecimal("99999999");
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private QuoteReading() {}

  /**
   * The quotes.
   *
   * @param now a quote that names no time is of now; one of later than a minute from now is a
   *     mistake
   */
  public static List<Quote> read(List<Payload> objects, Instant now) {
    List<Mistake> mistakes = new ArrayList<>();
    List<Quote> quotes = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      PayloadReader reader = new PayloadReader(objects.get(i));
      Optional<Quote> quote = quote(reader, now);
      String place = "[" + i + "].";
      reader
          .mistakes()
          .forEach(m -> mistakes.add(new Mistake(place + m.field(), m.received(), m.accepted())));
      quote.ifPresent(quotes::add);
    }
    if (!mistakes.isEmpty()) {
      throw new BadRequest(mistakes);
    }
    return quotes;
  }

  private static Optional<Quote> quote(PayloadReader reader, Instant now) {
    Optional<OptionContract> contract =
        reader.required(
            "an OCC symbol, padded or compact: SPY261218C00500000",
            OptionContract::parse,
            "occ_symbol");
    Optional<BigDecimal> bid = reader.required(PRICE, QuoteReading::price, "bid");
    Optional<BigDecimal> ask = reader.required(PRICE, QuoteReading::price, "ask");
    Optional<BigDecimal> last = reader.parsed(PRICE, QuoteReading::price, "last");
    Instant at = reader.instant("at").orElse(now);
    if (at.isAfter(now.plus(AHEAD))) {
      reader.mistake("at", at, "a time not later than now, which is " + now);
    }
    if (bid.isPresent() && ask.isPresent() && bid.get().compareTo(ask.get()) > 0) {
      reader.mistake("bid", bid.get(), "at most the ask, which is " + ask.get());
    }
    if (ask.filter(price -> price.signum() == 0).isPresent()) {
      reader.mistake("ask", ask.get(), "above 0");
    }
    return reader.mistakes().isEmpty()
        ? Optional.of(new Quote(contract.orElseThrow(), bid.orElseThrow(), ask.get(), last, at))
        : Optional.empty();
  }

  private static Optional<BigDecimal> price(String text) {
    try {
      BigDecimal price = new BigDecimal(text).setScale(4, RoundingMode.UNNECESSARY);
      return Optional.of(price).filter(p -> p.signum() >= 0 && p.compareTo(MOST) <= 0);
    } catch (ArithmeticException | NumberFormatException notAPrice) {
      return Optional.empty();
    }
  }
}
