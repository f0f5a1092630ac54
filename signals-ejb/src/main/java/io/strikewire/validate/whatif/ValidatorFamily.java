package io.strikewire.validate.whatif;

import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.confluence.Ratio;
import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import io.strikewire.validate.ValidationQuestion;
import io.strikewire.validate.ValidationRule;
import io.strikewire.validate.ValidationSettings;
import io.strikewire.validate.Validator;
import io.strikewire.whatif.DecisionFamily;
import io.strikewire.whatif.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Family {@code validator}: a sequence of alerts, one after the other. */
public final class ValidatorFamily implements DecisionFamily {

  private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

  private record Kind(Symbol symbol, Direction side) {}

  @Override
  public String name() {
    return "validator";
  }

  @Override
  public Map<String, @Nullable Object> answer(Facts config, Facts input, TradingCalendar calendar) {
    Validator validator = new Validator(calendar, settings(config));
    Map<Kind, Instant> entered = new HashMap<>();
    Map<Kind, Instant> seen = new HashMap<>();
    List<Map<String, @Nullable Object>> results = new ArrayList<>();
    for (Facts event : input.list("events")) {
      Facts signal = event.object("signal");
      Instant now = event.requiredInstant("now");
      Kind kind = new Kind(symbol(signal), signal.requiredOne("direction", Direction.class));
      ValidationQuestion asked =
          new ValidationQuestion(
              kind.symbol(),
              Optional.empty(),
              kind.side(),
              timeframe(signal),
              signal.requiredInstant("timestamp"),
              signal.payload().object("metadata"),
              Optional.ofNullable(entered.get(kind)),
              List.of(),
              now);
      Validator.Result result = validator.judge(asked);
      results.add(described(result, asked, config, Optional.ofNullable(seen.get(kind))));
      if (result.decisive().isEmpty()) {
        entered.put(kind, now);
      }
      if (reached(result, ValidationRule.MARKET_HOURS)) {
        seen.put(kind, now);
      }
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("results", results);
    return answer;
  }

  private static ValidationSettings settings(Facts config) {
    Facts validation = config.object("validation");
    return new ValidationSettings(
        cooldown(config),
        LocalTime.parse(validation.requiredText("marketHoursStart")),
        LocalTime.parse(validation.requiredText("marketHoursEnd")),
        millis(validation.requiredDecimal("maxSignalAgeMinutes"), 60_000),
        CLOCK_SKEW,
        Ratio.HALF,
        config.decimal("minConfluence").map(Ratio::of).orElse(Ratio.HALF),
        ConfluenceSettings.of(
            ConfluenceSettings.DEFAULT_WEIGHTS,
            ConfluenceSettings.DEFAULT_WEIGHT,
            Optional.empty()));
  }

  private static Duration cooldown(Facts config) {
    return millis(config.object("validation").requiredDecimal("cooldownSeconds"), 1000);
  }

  private static Duration millis(BigDecimal count, long unit) {
    return Duration.ofMillis(count.multiply(BigDecimal.valueOf(unit)).longValue());
  }

  private static Symbol symbol(Facts signal) {
    return Symbol.parse(signal.requiredText("symbol"))
        .orElseThrow(() -> signal.refused("symbol", "a ticker"));
  }

  private static Timeframe timeframe(Facts signal) {
    return Timeframe.parse(signal.requiredText("timeframe"))
        .orElseThrow(() -> signal.refused("timeframe", "a bar size such as 5m, 1h or 1d"));
  }

  private static Map<String, @Nullable Object> described(
      Validator.Result result, ValidationQuestion asked, Facts config, Optional<Instant> seen) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("valid", result.decisive().isEmpty());
    answer.put("rejection", result.rejection().map(Enum::name).orElse(null));
    Map<String, Object> checks = new LinkedHashMap<>();
    checks.put("cooldown", passed(result, ValidationRule.COOLDOWN));
    checks.put("marketHours", passed(result, ValidationRule.MARKET_HOURS));
    checks.put("mtf", passed(result, ValidationRule.MTF));
    checks.put("confluence", passed(result, ValidationRule.CONFLUENCE));
    checks.put("timeFilters", passed(result, ValidationRule.AGE));
    answer.put("checks", checks);
    answer.put("details", details(result, asked, config, seen));
    return answer;
  }

  /** A check counts as passed here when the first failure came later. */
  private static boolean passed(Validator.Result result, ValidationRule rule) {
    return result.decisive().filter(decisive -> decisive.compareTo(rule) <= 0).isEmpty();
  }

  private static boolean reached(Validator.Result result, ValidationRule rule) {
    return result.decisive().filter(decisive -> decisive.compareTo(rule) < 0).isEmpty();
  }

  private static Map<String, Object> details(
      Validator.Result result, ValidationQuestion asked, Facts config, Optional<Instant> seen) {
    Map<String, Object> details = new LinkedHashMap<>();
    seen.ifPresent(
        last -> {
          Duration since = Duration.between(last, asked.now());
          details.put("secondsSinceLast", since.toMillis() / 1000.0);
          if (!passed(result, ValidationRule.COOLDOWN)) {
            details.put("remainingSeconds", cooldown(config).minus(since).toMillis() / 1000.0);
          }
        });
    if (reached(result, ValidationRule.MARKET_HOURS)) {
      ZonedDateTime fired = asked.timestamp().atZone(TradingCalendar.NEW_YORK);
      details.put("signalHour", fired.getHour());
      details.put("signalMinute", fired.getMinute());
    }
    if (reached(result, ValidationRule.AGE)) {
      Duration age = Duration.between(asked.timestamp(), asked.now());
      details.put("ageMinutes", age.toMillis() / 60_000.0);
    }
    return details;
  }
}
