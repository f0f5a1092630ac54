package io.strikewire.exit;

import io.strikewire.expiry.Expiry;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an exit decision rests on, as it is kept with it. */
public sealed interface ExitGrounds {

  /** The name under which the kind is kept. */
  String KIND = "grounds";

  /** Names and texts from which {@link #kept} makes the same grounds again. */
  Map<String, String> facts();

  /** What would have turned the decision round, or why nothing single would have. */
  String counterfactual(OptionContract contract, TradingCalendar calendar);

  /** The rules were asked. */
  record Rules(ExitQuestion asked, ExitSettings settings) implements ExitGrounds {
    @Override
    public Map<String, String> facts() {
      return named("RULES", ExitFacts.of(asked, settings));
    }

    @Override
    public String counterfactual(OptionContract contract, TradingCalendar calendar) {
      return ExitCounterfactual.of(asked, settings, calendar)
          .map(ExitCounterfactual::text)
          .orElse("none: no single change of price, parts, exposure or clock turns it round");
    }
  }

  /**
   * Somebody wanted it closed; rules were not asked.
   *
   * @param by a person's name, or the signal
   */
  record Wish(String by) implements ExitGrounds {
    @Override
    public Map<String, String> facts() {
      return named("WISH", Map.of("by", by));
    }

    @Override
    public String counterfactual(OptionContract contract, TradingCalendar calendar) {
      return "not asked for by " + by;
    }
  }

  /** It was bought although its order was to be withdrawn. */
  record BoughtLate(String withdrawnFor) implements ExitGrounds {
    @Override
    public Map<String, String> facts() {
      return named("BOUGHT_LATE", Map.of("withdrawnFor", withdrawnFor));
    }

    @Override
    public String counterfactual(OptionContract contract, TradingCalendar calendar) {
      return "executed before its order was withdrawn for " + withdrawnFor;
    }
  }

  /** The option ended; it can only have ended in another way. */
  record Settled(BigDecimal price) implements ExitGrounds {
    @Override
    public Map<String, String> facts() {
      return named("SETTLED", Map.of("settlement", price.toPlainString()));
    }

    @Override
    public String counterfactual(OptionContract contract, TradingCalendar calendar) {
      return Expiry.otherwise(contract, price);
    }
  }

  /** The option ended, and nobody knows at what price. */
  record Unsettled() implements ExitGrounds {
    @Override
    public Map<String, String> facts() {
      return named("UNSETTLED", Map.of());
    }

    @Override
    public String counterfactual(OptionContract contract, TradingCalendar calendar) {
      return "a settlement price of " + contract.root() + " for " + contract.expiration();
    }
  }

  /** The decision was made by a release that did not keep them. */
  record NotKept() implements ExitGrounds {
    @Override
    public Map<String, String> facts() {
      return Map.of();
    }

    @Override
    public String counterfactual(OptionContract contract, TradingCalendar calendar) {
      return "unknown: what it was decided on was not kept";
    }
  }

  /** The grounds that were kept as these facts. */
  static ExitGrounds kept(Map<String, String> facts) {
    try {
      return switch (facts.getOrDefault(KIND, "")) {
        case "RULES" -> new Rules(ExitFacts.question(facts), ExitFacts.settings(facts));
        case "WISH" -> new Wish(facts.getOrDefault("by", "nobody named"));
        case "BOUGHT_LATE" -> new BoughtLate(facts.getOrDefault("withdrawnFor", "nothing named"));
        case "SETTLED" -> new Settled(new BigDecimal(facts.getOrDefault("settlement", "")));
        case "UNSETTLED" -> new Unsettled();
        default -> new NotKept();
      };
    } catch (IllegalArgumentException | DateTimeException broken) {
      return new NotKept();
    }
  }

  private static Map<String, String> named(String kind, Map<String, String> facts) {
    Map<String, String> all = new LinkedHashMap<>(Map.of(KIND, kind));
    all.putAll(facts);
    return all;
  }
}
