package io.strikewire.validate;

import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Peer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The smallest single change with which an alert would have passed validation.
 *
 * @param text what would have had to be so, {@code last entry 300 s ago}
 * @param changed the question with this one change
 */
public record ValidationCounterfactual(String text, ValidationQuestion changed) {

  /** The longest that an exchange stays closed, with a margin. */
  private static final int DAYS_AHEAD = 10;

  /**
   * The first change that lets it pass; empty when it passes anyway or more than one thing is in
   * its way.
   */
  public static Optional<ValidationCounterfactual> of(
      ValidationQuestion asked, ValidationSettings limits, TradingCalendar calendar) {
    Validator validator = new Validator(calendar, limits);
    if (validator.judge(asked).rejection().isEmpty()) {
      return Optional.empty();
    }
    return Stream.of(
            cooledDown(asked, limits).stream(),
            later(asked, limits, calendar).stream(),
            fresher(asked, limits).stream(),
            agreed(asked, limits).stream(),
            oneOtherVoice(asked).stream())
        .flatMap(changes -> changes)
        .filter(change -> validator.judge(change.changed()).rejection().isEmpty())
        .findFirst();
  }

  private static List<ValidationCounterfactual> cooledDown(
      ValidationQuestion asked, ValidationSettings limits) {
    return asked.lastEntry().isEmpty()
        ? List.of()
        : List.of(
            new ValidationCounterfactual(
                "last entry " + ValidationRule.seconds(limits.cooldown()) + " ago",
                asked.withLastEntry(asked.now().minus(limits.cooldown()))));
  }

  /** The same alert, as old as it is, at the next moment at which entries are allowed. */
  private static List<ValidationCounterfactual> later(
      ValidationQuestion asked, ValidationSettings limits, TradingCalendar calendar) {
    LocalDate today = asked.now().atZone(TradingCalendar.NEW_YORK).toLocalDate();
    for (int day = 0; day <= DAYS_AHEAD; day++) {
      LocalDate date = today.plusDays(day);
      Optional<Instant> opening =
          calendar
              .session(date, asked.symbol())
              .map(
                  session -> {
                    Instant window =
                        date.atTime(limits.windowStart())
                            .atZone(TradingCalendar.NEW_YORK)
                            .toInstant();
                    return session.open().isAfter(window) ? session.open() : window;
                  })
              .filter(opens -> opens.isAfter(asked.now()));
      if (opening.isPresent()) {
        ZonedDateTime local = opening.get().atZone(TradingCalendar.NEW_YORK);
        return List.of(
            new ValidationCounterfactual(
                local.toLocalDate() + " " + local.toLocalTime() + " New York",
                asked.at(opening.get())));
      }
    }
    return List.of();
  }

  private static List<ValidationCounterfactual> fresher(
      ValidationQuestion asked, ValidationSettings limits) {
    boolean ahead = asked.timestamp().isAfter(asked.now());
    return List.of(
        ahead
            ? new ValidationCounterfactual(
                "alert at most " + ValidationRule.seconds(limits.clockSkew()) + " ahead",
                asked.withTimestamp(asked.now().plus(limits.clockSkew())))
            : new ValidationCounterfactual(
                "alert at most " + ValidationRule.seconds(limits.maxAge()) + " old",
                asked.withTimestamp(asked.now().minus(limits.maxAge()))));
  }

  /** The sender's own word. */
  private static List<ValidationCounterfactual> agreed(
      ValidationQuestion asked, ValidationSettings limits) {
    BigDecimal least = limits.leastConfluence().roundedUp();
    return List.of(
        new ValidationCounterfactual("mtf_aligned true", saying(asked, "mtf_aligned", true)),
        new ValidationCounterfactual(
            "confluence ≥ " + least.toPlainString(), saying(asked, "confluence", least)));
  }

  private static ValidationQuestion saying(ValidationQuestion asked, String field, Object value) {
    return asked.withMetadata(Payload.of(Map.of(field, value)).withDefaults(asked.metadata()));
  }

  /** One of the signals that it is compared with on the alert's side. */
  private static List<ValidationCounterfactual> oneOtherVoice(ValidationQuestion asked) {
    List<ValidationCounterfactual> changes = new ArrayList<>();
    for (int i = 0; i < asked.peers().size(); i++) {
      Peer peer = asked.peers().get(i);
      if (peer.direction() != asked.side()) {
        List<Peer> peers = new ArrayList<>(asked.peers());
        peers.set(i, peer.saying(asked.side()));
        changes.add(
            new ValidationCounterfactual(
                peer.source() + " " + asked.side() + " on " + peer.timeframe(),
                asked.withPeers(peers)));
      }
    }
    return changes;
  }
}
