package io.strikewire.continuity.cdi;

import io.strikewire.continuity.Silence;
import io.strikewire.continuity.jdbc.Heartbeats;
import io.strikewire.continuity.jdbc.Heartbeats.Heartbeat;
import io.strikewire.hold.Hold.Cause;
import io.strikewire.hold.Hold.Kind;
import io.strikewire.hold.Holds;
import io.strikewire.market.TradingCalendar;
import io.strikewire.market.TradingCalendar.Session;
import io.strikewire.signal.Symbol;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Holds strategies that promised to report and have not, while the exchange is open. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SilenceTimer {

  private static final System.Logger LOG = System.getLogger(SilenceTimer.class.getName());
  private static final Symbol MARKET = new Symbol("SPY");

  @Inject private Heartbeats heartbeats;
  @Inject private Holds holds;
  @Inject private TradingCalendar calendar;
  @Inject private Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void listen() {
    try {
      Instant now = clock.instant();
      Optional<Session> session =
          calendar
              .session(now.atZone(TradingCalendar.NEW_YORK).toLocalDate(), MARKET)
              .filter(open -> open.contains(now));
      session.ifPresent(open -> heartbeats.all().forEach(beat -> judge(beat, open, now)));
    } catch (RuntimeException away) {
      // A timer that throws is called once more and then never again.
      LOG.log(System.Logger.Level.WARNING, "heartbeats are judged later", away);
    }
  }

  private void judge(Heartbeat beat, Session session, Instant now) {
    if (Silence.isTooLong(beat.last(), beat.interval(), session.open(), now)) {
      holds.place(
          Kind.STRATEGY,
          beat.strategy(),
          Cause.SILENCE,
          "no heartbeat since " + beat.last() + ", due every " + beat.interval().toSeconds() + " s",
          "strikewire",
          now);
    }
  }
}
