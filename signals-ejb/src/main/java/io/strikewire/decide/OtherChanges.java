package io.strikewire.decide;

import io.strikewire.gex.GexReading;
import io.strikewire.market.Snapshot;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every single change besides the market's that is tried. */
final class OtherChanges {

  private static final List<String> SCORES =
      List.of("original_score", "score", "confidence", "alignment_score");

  /** Just on the other side of each limit that an indicator's own rules have. */
  private static final List<String> BOUNDS =
      List.of("1.9", "2", "3.1", "3.9", "4", "5.5", "7", "40", "61");

  private final EntryQuestion question;
  private final List<Counterfactual> found = new ArrayList<>();

  OtherChanges(EntryQuestion question) {
    this.question = question;
  }

  /** The changes. */
  List<Counterfactual> all(EntryJudgement made, DecisionSettings settings) {
    gex();
    confluence();
    indicator();
    age(settings);
    money(made);
    return found;
  }

  /** In tenths of strength, from all against the trade to all for it. */
  void gex() {
    double now =
        question
            .around()
            .gex()
            .reading()
            .flatMap(
                reading ->
                    reading
                        .direction()
                        .map(
                            favoured ->
                                favoured == question.side()
                                    ? reading.strength()
                                    : -reading.strength()))
            .orElse(0.0);
    for (int tenths = -10; tenths <= 10; tenths++) {
      double strength = tenths / 10.0;
      Direction favoured = tenths >= 0 ? question.side() : question.side().opposite();
      add(
          "fresh gamma exposure favouring " + favoured + " at " + Math.abs(strength),
          Math.abs(strength - now) / 2,
          with(
              new GexReading(
                  question.symbol(), Optional.of(favoured), Math.abs(strength), question.now())));
    }
  }

  private EntryQuestion with(GexReading reading) {
    return question.around(question.around().withGex(new Snapshot.Fresh<>(reading, Duration.ZERO)));
  }

  void confluence() {
    for (Direction side : Direction.values()) {
      Peer peer =
          new Peer(
              "counterfactual",
              "TRADINGVIEW",
              question.symbol(),
              side,
              question.timeframe(),
              question.now());
      add("other signals all " + side, side == question.side() ? 0.6 : 0.7, peers(List.of(peer)));
    }
    add("no other signals", 0.65, peers(List.of()));
  }

  private EntryQuestion peers(List<Peer> peers) {
    return question.around(question.around().among(peers));
  }

  void indicator() {
    for (String name : SCORES) {
      Object value = question.metadata().first(name).orElse(null);
      if (value instanceof BigDecimal number) {
        for (String bound : BOUNDS) {
          BigDecimal other = new BigDecimal(bound);
          Map<String, Object> fields = new LinkedHashMap<>(question.metadata().fields());
          fields.put(name, other);
          add(
              name + (other.compareTo(number) > 0 ? " ≥ " : " ≤ ") + bound,
              other.subtract(number).abs().doubleValue() / Math.max(10, number.doubleValue()),
              question.metadata(Payload.of(fields)));
        }
      }
    }
  }

  void age(DecisionSettings settings) {
    Duration age = Duration.between(question.timestamp(), question.now());
    Duration most = settings.maxTriggerAge();
    boolean old = age.compareTo(most) > 0;
    Instant fired = question.now().minus(old || age.isNegative() ? most : most.plusMillis(1));
    add(
        old || age.isNegative()
            ? "fired at most " + most.toSeconds() + " s before"
            : "fired more than " + most.toSeconds() + " s before",
        Math.min(1, age.minus(most).abs().toMillis() / (double) Duration.ofHours(1).toMillis()),
        question.timestamp(fired));
  }

  void money(EntryJudgement made) {
    if (!(question.around().price() instanceof OptionPrice.Known price)
        || !made.reached(EntryRule.SIZE)
        || made.contracts < 1) {
      return;
    }
    BigDecimal limit = made.maxExposure();
    BigDecimal shares = BigDecimal.valueOf((long) made.contracts * OptionContract.MULTIPLIER);
    BigDecimal free = limit.subtract(question.around().openExposure());
    BigDecimal dearest = free.divide(shares, 2, RoundingMode.FLOOR);
    boolean over = price.ask().compareTo(dearest) > 0;
    BigDecimal premium = over ? dearest : dearest.add(new BigDecimal("0.01"));
    if (premium.signum() > 0) {
      add(
          "premium " + (over ? "≤ " : "> ") + dearest.toPlainString(),
          Math.min(1, part(premium.subtract(price.ask()), price.ask())),
          price(new OptionPrice.Stated(premium), question.around().openExposure()));
    }
    BigDecimal open = limit.subtract(price.ask().multiply(shares));
    boolean full = question.around().openExposure().compareTo(open) > 0;
    BigDecimal exposure = full ? open : open.add(new BigDecimal("0.01"));
    if (exposure.signum() >= 0) {
      add(
          "open exposure " + (full ? "≤ " : "> ") + open.toPlainString() + " USD",
          Math.min(1, part(exposure.subtract(question.around().openExposure()), limit)),
          price(question.around().price(), exposure));
    }
  }

  private EntryQuestion price(OptionPrice price, BigDecimal openExposure) {
    return question.around(question.around().priced(price, openExposure));
  }

  private static double part(BigDecimal change, BigDecimal of) {
    return of.signum() == 0 ? 1 : change.abs().doubleValue() / of.doubleValue();
  }

  private void add(String text, double distance, EntryQuestion changed) {
    found.add(new Counterfactual(text, distance, changed));
  }
}
