package io.strikewire.exit;

import io.strikewire.exit.ExitSettings.Partial;
import io.strikewire.exit.ExitSettings.Trailing;
import io.strikewire.gex.GexReading;
import io.strikewire.option.OptionContract;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import io.strikewire.whatif.Facts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the exit rules looked at, as a decision keeps it: names and texts. Prices are USD per share,
 * instants and durations ISO 8601; what was not there is not named.
 */
final class ExitFacts {

  private static final List<String> READINGS = List.of("exposure", "earlierExposure");

  private ExitFacts() {}

  static Map<String, String> of(ExitQuestion asked, ExitSettings settings) {
    Holding holding = asked.holding();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("now", asked.now().toString());
    facts.put("symbol", holding.symbol().ticker());
    facts.put("side", holding.direction().name());
    facts.put("open", Integer.toString(holding.quantity()));
    facts.put("entryPrice", plain(holding.entryPrice()));
    holding.price().ifPresent(bid -> facts.put("bid", plain(bid)));
    asked.lastPrice().ifPresent(bid -> facts.put("lastBid", plain(bid)));
    holding.bestPrice().ifPresent(best -> facts.put("bestPrice", plain(best)));
    facts.put("partsTaken", Integer.toString(holding.partialsTaken()));
    facts.put("openedAt", holding.openedAt().toString());
    holding.expiration().ifPresent(last -> facts.put("expiration", last.toString()));
    holding.contract().ifPresent(option -> facts.put("contract", option.occSymbol()));
    for (int i = 0; i < Math.min(READINGS.size(), asked.gex().size()); i++) {
      GexReading reading = asked.gex().get(i);
      String name = READINGS.get(i);
      facts.put(name + "AsOf", reading.asOf().toString());
      facts.put(name + "Strength", reading.strengthAsDecimal().toString());
      reading.direction().ifPresent(side -> facts.put(name + "Side", side.name()));
    }
    facts.putAll(of(settings));
    return facts;
  }

  private static Map<String, String> of(ExitSettings settings) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("profitTarget", plain(settings.profitTarget()));
    facts.put("stopLoss", plain(settings.stopLoss()));
    facts.put("exposureMaxAge", settings.gexMaxAge().toString());
    facts.put("timeExit", settings.timeExit().toString());
    settings.beforeEarlyClose().ifPresent(lead -> facts.put("beforeEarlyClose", lead.toString()));
    if (!settings.partials().isEmpty()) {
      facts.put(
          "partials",
          settings.partials().stream()
              .map(partial -> plain(partial.gain()) + ':' + plain(partial.part()))
              .collect(Collectors.joining(",")));
    }
    settings
        .trailing()
        .ifPresent(stop -> facts.put("trailing", plain(stop.fall()) + ':' + plain(stop.armedAt())));
    settings.daysToExpiry().ifPresent(days -> facts.put("daysToExpiry", days.toString()));
    settings.maxHolding().ifPresent(longest -> facts.put("maxHolding", longest.toString()));
    return facts;
  }

  /**
   * The question that was kept.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} when it is not whole
   */
  static ExitQuestion question(Map<String, String> kept) {
    Facts facts = facts(kept);
    Symbol symbol = new Symbol(facts.requiredText("symbol"));
    Holding holding =
        new Holding(
            symbol,
            facts.requiredOne("side", Direction.class),
            Integer.parseInt(facts.requiredText("open")),
            new BigDecimal(facts.requiredText("entryPrice")),
            decimal(facts, "bid"),
            facts.requiredInstant("openedAt"),
            facts.text("expiration").map(LocalDate::parse),
            decimal(facts, "bestPrice"),
            Integer.parseInt(facts.requiredText("partsTaken")),
            facts.text("contract").flatMap(OptionContract::parse));
    List<GexReading> readings = new ArrayList<>();
    for (String name : READINGS) {
      if (facts.has(name + "AsOf")) {
        readings.add(
            GexReading.of(
                symbol,
                facts.text(name + "Side").map(Direction::valueOf),
                new BigDecimal(facts.requiredText(name + "Strength")),
                facts.requiredInstant(name + "AsOf")));
      }
    }
    return new ExitQuestion(
        holding, decimal(facts, "lastBid"), readings, facts.requiredInstant("now"));
  }

  /**
   * The settings that were in force.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} when they are not whole
   */
  static ExitSettings settings(Map<String, String> kept) {
    Facts facts = facts(kept);
    return new ExitSettings(
        new BigDecimal(facts.requiredText("profitTarget")),
        new BigDecimal(facts.requiredText("stopLoss")),
        Duration.parse(facts.requiredText("exposureMaxAge")),
        LocalTime.parse(facts.requiredText("timeExit")),
        facts.text("beforeEarlyClose").map(Duration::parse),
        facts.text("partials").stream()
            .flatMap(all -> Arrays.stream(all.split(",")))
            .map(pair -> paired(pair, numbers -> new Partial(numbers.get(0), numbers.get(1))))
            .toList(),
        facts
            .text("trailing")
            .map(pair -> paired(pair, numbers -> new Trailing(numbers.get(0), numbers.get(1)))),
        facts.text("daysToExpiry").map(Integer::valueOf),
        facts.text("maxHolding").map(Duration::parse));
  }

  private static <T> T paired(String pair, Function<List<BigDecimal>, T> reading) {
    return reading.apply(Arrays.stream(pair.split(":")).map(BigDecimal::new).toList());
  }

  private static Facts facts(Map<String, String> kept) {
    return new Facts("inputs", Payload.of(new LinkedHashMap<String, Object>(kept)));
  }

  private static Optional<BigDecimal> decimal(Facts facts, String name) {
    return facts.text(name).map(BigDecimal::new);
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }
}
