package io.strikewire.exit;

import io.strikewire.decision.Verdict;
import io.strikewire.exit.ExitDecision.Due;
import io.strikewire.exit.ExitDecision.Report;
import io.strikewire.exit.ExitRule.Finding;
import io.strikewire.exit.ExitRule.Situation;
import io.strikewire.expiry.Expiry;
import io.strikewire.gex.GexReading;
import io.strikewire.market.TradingCalendar;
import io.strikewire.market.TradingCalendar.Session;
import io.strikewire.option.OptionContract;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether to sell. Every rule is asked and reported; the first that fires decides. */
public final class ExitPolicy {

  /** No exchange was closed for longer. */
  static final int LONGEST_CLOSURE_DAYS = 14;

  private final ExitSettings settings;
  private final TradingCalendar calendar;
  private final List<ExitRule> rules;

  /** A policy with these rules. */
  public ExitPolicy(ExitSettings settings, TradingCalendar calendar) {
    this.settings = settings;
    this.calendar = calendar;
    this.rules = ExitRules.inForce(settings);
  }

  /**
   * Decides on a holding. Pure: the same arguments give the same decision.
   *
   * @param gex gamma exposure of the symbol, newest first; two are enough
   */
  public ExitDecision decide(Holding holding, List<GexReading> gex, Instant now) {
    Situation situation = situation(holding, gex, now);
    List<Verdict> verdicts = new ArrayList<>();
    Optional<ExitReason> fired = Optional.empty();
    Optional<ExitReason> waiting = Optional.empty();
    int contracts = 0;
    for (ExitRule rule : rules) {
      Finding finding =
          holding.quantity() == 0 ? new Finding.Keep("nothing is open") : rule.judge(situation);
      verdicts.add(verdict(rule, finding));
      if (finding instanceof Finding.Sell sell && fired.isEmpty()) {
        fired = Optional.of(rule.reason());
        contracts = sell.contracts();
      }
      if (finding instanceof Finding.Wait && waiting.isEmpty()) {
        waiting = Optional.of(rule.reason());
      }
    }
    Report report = report(situation, verdicts);
    if (fired.isPresent()) {
      return new ExitDecision.Exit(fired.get(), contracts, executableAt(situation), report);
    }
    Optional<Due> due = waiting.map(reason -> new Due(reason, executableAt(situation)));
    return situation.gain().isPresent()
        ? new ExitDecision.Hold(due, report)
        : new ExitDecision.NoPrice(due, report);
  }

  /** The same. */
  public ExitDecision decide(ExitQuestion asked) {
    return decide(asked.holding(), asked.gex(), asked.now());
  }

  private Situation situation(Holding holding, List<GexReading> gex, Instant now) {
    ZonedDateTime newYork = now.atZone(TradingCalendar.NEW_YORK);
    return new Situation(
        holding,
        holding.price().map(price -> new Gain(holding.entryPrice(), price)),
        List.copyOf(gex),
        now,
        newYork,
        session(newYork.toLocalDate(), holding));
  }

  private Report report(Situation situation, List<Verdict> verdicts) {
    Optional<Gain> gain = situation.gain();
    return new Report(
        gain.map(known -> known.usd(situation.holding().quantity())),
        gain.map(Gain::percent),
        gain.filter(known -> known.isAtLeast(settings.profitTarget())).isPresent(),
        gain.filter(known -> known.isAtMost(settings.stopLoss())).isPresent(),
        verdicts);
  }

  private static Verdict verdict(ExitRule rule, Finding finding) {
    String name = rule.reason().name();
    if (finding instanceof Finding.Sell) {
      return Verdict.fail(name, finding.facts());
    }
    return finding instanceof Finding.Wait
        ? Verdict.note(name, finding.facts())
        : Verdict.pass(name, finding.facts());
  }

  private Instant executableAt(Situation situation) {
    return situation.exchangeIsOpen()
        ? situation.now()
        : nextOpen(situation.newYork().toLocalDate(), situation.holding(), situation.now());
  }

  /** An option's last day may end before its underlying's, or be over the evening before. */
  Optional<Session> session(LocalDate day, Holding holding) {
    return holding
        .contract()
        .map(contract -> calendar.session(day, contract))
        .orElseGet(() -> calendar.session(day, holding.symbol()));
  }

  /** The next open; of an option that trades no more, when it is settled. */
  private Instant nextOpen(LocalDate from, Holding holding, Instant now) {
    for (int ahead = 0; ahead <= LONGEST_CLOSURE_DAYS; ahead++) {
      Optional<Session> session = session(from.plusDays(ahead), holding);
      if (session.filter(next -> next.open().isAfter(now)).isPresent()) {
        return session.get().open();
      }
    }
    Optional<OptionContract> over =
        holding.contract().filter(contract -> !calendar.lastTradingDay(contract).isAfter(from));
    if (over.isPresent()) {
      return Expiry.moment(over.get(), calendar);
    }
    throw new IllegalStateException("the exchange does not open within two weeks of " + from);
  }
}
