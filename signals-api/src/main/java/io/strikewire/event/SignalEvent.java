package io.strikewire.event;

import io.strikewire.decision.Decision;
import io.strikewire.gex.GexReading;
import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketDataMode;
import io.strikewire.market.Snapshot;
import io.strikewire.option.OptionPrice;
import io.strikewire.position.Order;
import io.strikewire.signal.Fingerprint;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.Signal;
import io.strikewire.signal.SignalId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that can happen to a signal, in the order of its route. */
public sealed interface SignalEvent {

  /** Whose route. */
  SignalId id();

  /** Stored and acknowledged; nobody has looked at it yet. */
  record Arrived(SignalId id, Portfolio portfolio) implements SignalEvent {}

  /** What follows from a signal's arrival. */
  sealed interface Reception extends SignalEvent {}

  /** Taken up for a decision, in the transaction that will hold it. */
  record Received(RawSignal raw, String source) implements Reception {
    @Override
    public SignalId id() {
      return raw.id();
    }
  }

  /** What a raw signal can turn out to be. */
  sealed interface Normalization extends SignalEvent {}

  /** It asks to open a position. */
  record Normalized(Signal signal) implements Normalization {
    @Override
    public SignalId id() {
      return signal.id();
    }
  }

  /** It asks to close what is open: no entry rule applies. */
  record ClosingRequested(Signal signal) implements Normalization {
    @Override
    public SignalId id() {
      return signal.id();
    }
  }

  /** What the entry rules that need no market data can say. */
  sealed interface Validation extends SignalEvent {}

  /**
   * It passed them.
   *
   * @param peers the latest signals it was compared with
   */
  record Validated(Signal signal, List<Peer> peers) implements Validation {
    @Override
    public SignalId id() {
      return signal.id();
    }
  }

  /** Whether the same alert was there before. */
  sealed interface Deduplication extends SignalEvent {}

  /** It was not. */
  record Unique(Signal signal, Fingerprint fingerprint, List<Peer> peers) implements Deduplication {
    @Override
    public SignalId id() {
      return signal.id();
    }
  }

  /** It was: {@code first} already speaks for it. */
  record Duplicate(SignalId first, Decision decision) implements Deduplication {
    @Override
    public SignalId id() {
      return decision.signalId();
    }
  }

  /** What is known around the signal. */
  sealed interface Enrichment extends SignalEvent {}

  /** The signal with all that the decision looks at. */
  record Enriched(Signal signal, Surroundings surroundings) implements Enrichment {
    @Override
    public SignalId id() {
      return signal.id();
    }
  }

  /** The decision on an entry. */
  sealed interface Entry extends SignalEvent {}

  /** Enter: a position follows. */
  record Entered(Signal signal, OptionPrice.Known price, Decision decision) implements Entry {
    @Override
    public SignalId id() {
      return signal.id();
    }
  }

  /** What becomes of an entry. */
  sealed interface Opening extends SignalEvent {}

  /** The order waits in the outbox; its executions make the position. */
  record OrderPlaced(SignalId id, Order order) implements Opening {}

  /** A limit of the book, the kill switch or the contract's market forbids it. */
  record OrderRefused(Decision decision) implements Opening {
    @Override
    public SignalId id() {
      return decision.signalId();
    }
  }

  /** What becomes of a closing signal. */
  sealed interface Closing extends SignalEvent {}

  /** What is open is ordered to be sold, what was still to be bought is withdrawn. */
  record ExitsOrdered(List<Order> orders, Decision decision) implements Closing {
    @Override
    public SignalId id() {
      return decision.signalId();
    }
  }

  /** Refused, with every reason. */
  record Rejected(Decision decision) implements Normalization, Validation, Entry, Closing {
    @Override
    public SignalId id() {
      return decision.signalId();
    }
  }

  /**
   * What the decision looks at besides the signal.
   *
   * @param context the market
   * @param gex dealers' gamma exposure in the symbol
   * @param price what the option costs
   * @param openExposure USD at risk in the portfolio's open positions
   * @param peers the latest signals of the symbol, one for each source and timeframe
   * @param mode how well the service is supplied with market data; decides nothing by itself
   * @param exposureLimit USD that may be at risk while an override is in force; empty without one
   */
  record Surroundings(
      Snapshot<MarketContext> context,
      Snapshot<GexReading> gex,
      OptionPrice price,
      BigDecimal openExposure,
      List<Peer> peers,
      MarketDataMode mode,
      Optional<BigDecimal> exposureLimit) {

    /** With a supply of market data that nobody doubted, and the configured limit. */
    public Surroundings(
        Snapshot<MarketContext> context,
        Snapshot<GexReading> gex,
        OptionPrice price,
        BigDecimal openExposure,
        List<Peer> peers) {
      this(
          context,
          gex,
          price,
          openExposure,
          peers,
          new MarketDataMode.Normal(Instant.EPOCH),
          Optional.empty());
    }

    /** The same in another market. */
    public Surroundings inMarket(Snapshot<MarketContext> other) {
      return new Surroundings(other, gex, price, openExposure, peers, mode, exposureLimit);
    }

    /** The same with another gamma exposure. */
    public Surroundings withGex(Snapshot<GexReading> other) {
      return new Surroundings(context, other, price, openExposure, peers, mode, exposureLimit);
    }

    /** The same at another price, with another amount at risk. */
    public Surroundings priced(OptionPrice other, BigDecimal otherExposure) {
      return new Surroundings(context, gex, other, otherExposure, peers, mode, exposureLimit);
    }

    /** The same among other signals. */
    public Surroundings among(List<Peer> others) {
      return new Surroundings(context, gex, price, openExposure, others, mode, exposureLimit);
    }
  }
}
