package io.strikewire.exit.whatif;

import io.strikewire.exit.ExitCounterfactual;
import io.strikewire.exit.ExitDecision;
import io.strikewire.exit.ExitDecision.Due;
import io.strikewire.exit.ExitPolicy;
import io.strikewire.exit.ExitQuestion;
import io.strikewire.exit.ExitReason;
import io.strikewire.exit.ExitSettings;
import io.strikewire.exit.Holding;
import io.strikewire.gex.GexReading;
import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import io.strikewire.whatif.DecisionFamily;
import io.strikewire.whatif.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Family {@code exit}: what becomes of one holding. */
public final class ExitFamily implements DecisionFamily {

  /** Flips are read from the five-minute gamma exposure, whatever the position's bar. */
  private static final String GEX_TIMEFRAME = "5m";

  @Override
  public String name() {
    return "exit";
  }

  @Override
  public Map<String, @Nullable Object> answer(Facts config, Facts input, TradingCalendar calendar) {
    Facts position = input.object("position");
    Symbol symbol =
        Symbol.parse(position.requiredText("symbol"))
            .orElseThrow(() -> position.refused("symbol", "a ticker"));
    Instant now = input.requiredInstant("now");
    ExitSettings settings = settings(config);
    ExitQuestion asked =
        new ExitQuestion(holding(position, symbol), Optional.empty(), history(input, symbol), now);
    Map<String, @Nullable Object> answer =
        described(new ExitPolicy(settings, calendar).decide(asked), now);
    answer.put(
        "counterfactual",
        ExitCounterfactual.of(asked, settings, calendar)
            .map(ExitCounterfactual::text)
            .orElse(null));
    return answer;
  }

  private static ExitSettings settings(Facts config) {
    Facts exit = config.object("exit");
    return ExitSettings.of(
        exit.decimal("profitTargetPercent").orElse(ExitSettings.DEFAULT_PROFIT_TARGET),
        exit.decimal("stopLossPercent").orElse(ExitSettings.DEFAULT_STOP_LOSS),
        Duration.ofSeconds(
            config
                .object("gex")
                .requiredDecimal("maxStaleMinutes")
                .multiply(BigDecimal.valueOf(60))
                .longValue()),
        LocalTime.parse(config.object("validation").requiredText("marketHoursEnd")));
  }

  private static Holding holding(Facts position, Symbol symbol) {
    boolean open = position.text("status").filter("CLOSED"::equals).isEmpty();
    Holding whole =
        Holding.of(
            symbol,
            position.requiredOne("direction", Direction.class),
            open ? position.requiredWhole("quantity") : 0,
            position.requiredDecimal("entryPrice"),
            position.decimal("currentPrice"),
            position.requiredInstant("entryTime"));
    Optional<LocalDate> expiration = position.text("expiration").map(LocalDate::parse);
    return new Holding(
        whole.symbol(),
        whole.direction(),
        whole.quantity(),
        whole.entryPrice(),
        whole.price(),
        whole.openedAt(),
        expiration,
        position.decimal("bestPrice"),
        0,
        Optional.empty());
  }

  /** A history that could not be read counts as none. */
  private static List<GexReading> history(Facts input, Symbol symbol) {
    if (input.payload().object("gexHistory").first("error").isPresent()) {
      return List.of();
    }
    return input.list("gexHistory").stream()
        .map(
            row ->
                new GexReading(
                    symbol,
                    Optional.of(row.requiredOne("direction", Direction.class)),
                    Math.abs(row.requiredDecimal("strength").doubleValue()),
                    row.requiredInstant("timestamp")))
        .toList();
  }

  private static Map<String, @Nullable Object> described(ExitDecision decision, Instant now) {
    Optional<ExitReason> fired =
        decision instanceof ExitDecision.Exit exit ? Optional.of(exit.reason()) : Optional.empty();
    ExitDecision.Report report = decision.report();
    boolean gexAsked = fired.filter(reason -> reason.compareTo(ExitReason.GEX_FLIP) < 0).isEmpty();
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("decision", fired.isPresent() ? "EXIT" : "HOLD");
    answer.put("exitReason", fired.map(Enum::name).orElse(null));
    answer.put("calculations", calculations(fired, report));
    answer.put("exactProfitTargetReached", report.targetReached());
    answer.put("exactStopLossReached", report.stopReached());
    answer.put("gexLookupTimeframe", gexAsked ? GEX_TIMEFRAME : null);
    answer.put("easternTime", easternTime(now));
    answer.putAll(besides(decision));
    return answer;
  }

  private static Map<String, @Nullable Object> calculations(
      Optional<ExitReason> fired, ExitDecision.Report report) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("profitTarget", fired.equals(Optional.of(ExitReason.PROFIT_TARGET)));
    values.put("stopLoss", fired.equals(Optional.of(ExitReason.STOP_LOSS)));
    values.put("gexFlip", fired.equals(Optional.of(ExitReason.GEX_FLIP)));
    values.put("timeExit", fired.equals(Optional.of(ExitReason.TIME_EXIT)));
    values.put("currentPnL", report.pnl().orElse(null));
    values.put("currentPnLPercent", report.pnlPercent().orElse(null));
    return values;
  }

  private static Map<String, Object> easternTime(Instant now) {
    ZonedDateTime newYork = now.atZone(TradingCalendar.NEW_YORK);
    Map<String, Object> time = new LinkedHashMap<>();
    time.put("date", newYork.toLocalDate().toString());
    time.put("hour", newYork.getHour());
    time.put("minute", newYork.getMinute());
    return time;
  }

  /** What the recorded decisions had no words for: an unknown price, a rule that waits. */
  private static Map<String, Object> besides(ExitDecision decision) {
    Map<String, Object> besides = new LinkedHashMap<>();
    Optional<Due> due = Optional.empty();
    if (decision instanceof ExitDecision.Hold hold) {
      due = hold.due();
    } else if (decision instanceof ExitDecision.NoPrice unknown) {
      due = unknown.due();
      besides.put("outcome", "NO_PRICE");
    }
    due.ifPresent(
        waiting -> {
          besides.put("due", waiting.reason().name());
          besides.put("opens", waiting.opens().toString());
        });
    return besides;
  }
}
