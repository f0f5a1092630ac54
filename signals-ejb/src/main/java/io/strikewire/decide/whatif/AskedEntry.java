package io.strikewire.decide.whatif;

import io.strikewire.confluence.Peers;
import io.strikewire.decide.DecisionSettings;
import io.strikewire.decide.EntryQuestion;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.gex.GexReading;
import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketDataMode;
import io.strikewire.market.Snapshot;
import io.strikewire.market.Trend;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.payload.Payload;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import io.strikewire.whatif.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** An entry as a question describes it. */
final class AskedEntry {

  private static final UUID NAMELESS = new UUID(0, 0);
  private static final Timeframe FIVE_MINUTES = new Timeframe(Duration.ofMinutes(5));

  private AskedEntry() {}

  /** The question; what it leaves out is unknown, not assumed. */
  static EntryQuestion read(Facts config, Facts input, DecisionSettings settings) {
    Facts signal = input.object("signal");
    Symbol symbol = symbol(signal);
    Direction side = signal.requiredOne("direction", Direction.class);
    Instant now = input.requiredInstant("now");
    List<Peer> peers = peers(input.list("otherSignals"), signal);
    List<Peer> chosen =
        settings
            .confluence()
            .horizon()
            .map(horizon -> Peers.latestPerSource(peers, self(signal, now), horizon, now))
            .orElse(peers);
    return new EntryQuestion(
        symbol,
        side,
        timeframe(signal),
        signal.requiredInstant("timestamp"),
        signal.payload().object("metadata"),
        signal.has("grade") ? signal.requiredOne("grade", AuthGrade.class) : AuthGrade.HMAC,
        signal.payload().first("contractNamed").filter(Boolean.FALSE::equals).isEmpty(),
        new Surroundings(
            context(input, now),
            gex(config, input, symbol, side, now),
            input.has("premium")
                ? new OptionPrice.Stated(input.requiredDecimal("premium"))
                : premium(signal.payload().object("metadata")),
            input.decimal("openExposure").orElseGet(() -> exposure(input)),
            chosen,
            mode(input, now),
            input.decimal("exposureLimit")),
        now);
  }

  private static MarketDataMode mode(Facts input, Instant now) {
    return input.text("marketDataMode").filter("DEGRADED"::equals).isPresent()
        ? new MarketDataMode.Degraded(now, "as asked")
        : new MarketDataMode.Normal(now);
  }

  /** Others; in questions another name of the signal's bar size is another size. */
  static List<Peer> peers(List<Facts> others, Facts signal) {
    String bar = signal.requiredText("timeframe");
    Timeframe size = timeframe(signal);
    return others.stream()
        .filter(
            other -> {
              String name = other.requiredText("timeframe");
              Optional<Timeframe> theirs = Timeframe.parse(name);
              return name.equals(bar) || theirs.filter(t -> !t.equals(size)).isPresent();
            })
        .map(AskedEntry::peer)
        .toList();
  }

  private static Peer self(Facts signal, Instant now) {
    return new Peer(
        signal.text("id").orElse(""),
        signal.text("source").orElse("").toUpperCase(Locale.ROOT),
        symbol(signal),
        signal.requiredOne("direction", Direction.class),
        timeframe(signal),
        now);
  }

  private static Peer peer(Facts other) {
    return new Peer(
        other.text("id").orElse(""),
        other.requiredText("source").toUpperCase(Locale.ROOT),
        symbol(other),
        other.requiredOne("direction", Direction.class),
        timeframe(other),
        other.requiredInstant("timestamp"));
  }

  static Symbol symbol(Facts facts) {
    return Symbol.parse(facts.requiredText("symbol"))
        .orElseThrow(() -> facts.refused("symbol", "a ticker"));
  }

  static Timeframe timeframe(Facts facts) {
    return Timeframe.parse(facts.requiredText("timeframe"))
        .orElseThrow(() -> facts.refused("timeframe", "a bar size such as 5m, 1h or 1d"));
  }

  /** A context whose bar size is not named counts as fresh: nobody can say that it is not. */
  private static Snapshot<MarketContext> context(Facts input, Instant now) {
    if (!input.has("context")) {
      return new Snapshot.Missing<>("no market context");
    }
    Facts context = input.object("context");
    Optional<Timeframe> bar =
        context.has("timeframe") ? Optional.of(timeframe(context)) : Optional.empty();
    Instant asOf = context.instant("timestamp").orElse(now);
    MarketContext market =
        new MarketContext(
            NAMELESS,
            new Symbol("SPY"),
            Optional.empty(),
            bar.orElse(FIVE_MINUTES),
            context.requiredDecimal("vix").doubleValue(),
            context.requiredOne("regime", VolatilityRegime.class),
            context.requiredOne("trend", Trend.class),
            context.decimal("bias").orElse(BigDecimal.ZERO).doubleValue(),
            asOf);
    Duration age = Duration.between(asOf, now);
    if (context.has("freshness")) {
      return context.requiredText("freshness").equals("STALE")
          ? new Snapshot.Stale<>(market, age)
          : new Snapshot.Fresh<>(market, age);
    }
    if (bar.isEmpty()) {
      return new Snapshot.Fresh<>(market, age);
    }
    Duration fresh = bar.get().bar().plusSeconds(60);
    if (age.compareTo(fresh) <= 0) {
      return new Snapshot.Fresh<>(market, age);
    }
    return age.compareTo(fresh.multipliedBy(2)) <= 0
        ? new Snapshot.Stale<>(market, age)
        : new Snapshot.Missing<>("the market context is " + age.toMinutes() + " min old");
  }

  /** A reading that names the other side, or this one with a strength below 0, speaks against. */
  private static Snapshot<GexReading> gex(
      Facts config, Facts input, Symbol symbol, Direction side, Instant now) {
    Facts gex = input.object("gex");
    if (!gex.has("strength")) {
      return new Snapshot.Missing<>("no gamma exposure");
    }
    double strength = gex.requiredDecimal("strength").doubleValue();
    boolean supports = gex.requiredOne("direction", Direction.class) == side && strength >= 0;
    Instant asOf = gex.instant("timestamp").orElse(now);
    GexReading reading =
        new GexReading(
            symbol, Optional.of(supports ? side : side.opposite()), Math.abs(strength), asOf);
    Duration age =
        gex.decimal("ageMs")
            .map(ms -> Duration.ofMillis(ms.longValue()))
            .orElseGet(() -> Duration.between(asOf, now));
    if (gex.has("freshness")) {
      return gex.requiredText("freshness").equals("STALE")
          ? new Snapshot.Stale<>(reading, age)
          : new Snapshot.Fresh<>(reading, age);
    }
    BigDecimal limit =
        config.object("gex").decimal("maxStaleMinutes").orElse(BigDecimal.valueOf(240));
    return BigDecimal.valueOf(age.toMillis()).compareTo(limit.multiply(BigDecimal.valueOf(60_000)))
            > 0
        ? new Snapshot.Stale<>(reading, age)
        : new Snapshot.Fresh<>(reading, age);
  }

  /** In questions a signal's price stands for the option's premium, in USD per share. */
  private static OptionPrice premium(Payload metadata) {
    return metadata
        .first("premium", "price")
        .map(String::valueOf)
        .filter(text -> text.matches("\\d{1,9}(\\.\\d{1,9})?"))
        .map(BigDecimal::new)
        .filter(price -> price.signum() > 0)
        .<OptionPrice>map(OptionPrice.Stated::new)
        .orElseGet(() -> new OptionPrice.Unknown("no premium named"));
  }

  private static BigDecimal exposure(Facts input) {
    return input.list("positions").stream()
        .filter(position -> position.requiredText("status").equals("OPEN"))
        .map(
            position ->
                position
                    .requiredDecimal("entryPrice")
                    .multiply(position.requiredDecimal("quantity"))
                    .multiply(BigDecimal.valueOf(OptionContract.MULTIPLIER)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
