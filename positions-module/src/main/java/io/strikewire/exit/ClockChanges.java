package io.strikewire.exit;

import io.strikewire.market.TradingCalendar;
import io.strikewire.market.TradingCalendar.Session;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Other moments with everything else as it was: for what is kept those to come, for what is sold
 * those on either side.
 */
final class ClockChanges {

  /** The smallest step of time. */
  static final Duration MOMENT = Duration.ofMillis(1);

  /** Nobody waits for longer. */
  private static final Duration HORIZON = Duration.ofDays(400);

  private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toMillis());

  private final ExitQuestion asked;
  private final ExitSettings settings;
  private final ExitPolicy policy;
  private final LocalDate today;

  ClockChanges(ExitQuestion asked, ExitSettings settings, ExitPolicy policy) {
    this.asked = asked;
    this.settings = settings;
    this.policy = policy;
    this.today = newYork(asked.now()).toLocalDate();
  }

  Stream<ExitCounterfactual> all(boolean sold) {
    return sold ? otherwise() : later();
  }

  /** Time as a part of a day. */
  static BigDecimal distance(Duration time) {
    return BigDecimal.valueOf(time.abs().toMillis()).divide(DAY, 12, RoundingMode.HALF_UP);
  }

  /** A moment as a trader reads it. */
  static String shown(Instant moment) {
    ZonedDateTime local = newYork(moment);
    return local.toLocalDate() + " " + local.toLocalTime() + " New York";
  }

  /** Rules of time fire at an open, at the time of day, or when something was held for so long. */
  private Stream<ExitCounterfactual> later() {
    TreeSet<Instant> moments = new TreeSet<>();
    heldLongEnough().ifPresent(moments::add);
    for (LocalDate from : firstDays()) {
      for (int ahead = 0; ahead <= ExitPolicy.LONGEST_CLOSURE_DAYS; ahead++) {
        session(from.plusDays(ahead))
            .ifPresent(
                session -> {
                  moments.add(session.open());
                  moments.add(timeExit(session));
                });
      }
    }
    return moments.stream()
        .filter(moment -> moment.isAfter(asked.now()))
        .map(moment -> changed(shown(moment), moment));
  }

  private List<LocalDate> firstDays() {
    List<LocalDate> days = new ArrayList<>(List.of(today));
    settings
        .daysToExpiry()
        .flatMap(left -> asked.holding().expiration().map(last -> last.minusDays(left)))
        .ifPresent(days::add);
    heldLongEnough().map(moment -> newYork(moment).toLocalDate()).ifPresent(days::add);
    return days.stream()
        .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusDays(HORIZON.toDays())))
        .toList();
  }

  private Optional<Instant> heldLongEnough() {
    Instant bought = asked.holding().openedAt();
    Duration soon = Duration.between(bought, asked.now()).plus(HORIZON);
    return settings.maxHolding().filter(longest -> longest.compareTo(soon) < 0).map(bought::plus);
  }

  private Stream<ExitCounterfactual> otherwise() {
    Optional<Session> session = session(today);
    List<Instant> starts = new ArrayList<>();
    heldLongEnough().ifPresent(starts::add);
    session.map(Session::open).ifPresent(starts::add);
    session.map(this::timeExit).ifPresent(starts::add);
    return Stream.concat(
        starts.stream()
            .filter(start -> start.isAfter(asked.holding().openedAt()))
            .map(start -> changed("before " + shown(start), start.minus(MOMENT))),
        session.stream()
            .map(Session::close)
            .map(close -> changed(shown(close) + " or later", close)));
  }

  private ExitCounterfactual changed(String text, Instant moment) {
    return new ExitCounterfactual(
        text, distance(Duration.between(asked.now(), moment)), asked.at(moment));
  }

  private Instant timeExit(Session session) {
    return session
        .date()
        .atTime(settings.timeExitIn(session))
        .atZone(TradingCalendar.NEW_YORK)
        .toInstant();
  }

  private Optional<Session> session(LocalDate day) {
    return policy.session(day, asked.holding());
  }

  private static ZonedDateTime newYork(Instant moment) {
    return moment.atZone(TradingCalendar.NEW_YORK);
  }
}
