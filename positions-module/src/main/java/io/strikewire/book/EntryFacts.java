package io.strikewire.book;

import io.strikewire.position.KillSwitch;
import io.strikewire.position.Market;
import io.strikewire.risk.RiskLimit;
import io.strikewire.risk.RiskLimits;
import io.strikewire.whatif.Facts;
import io.strikewire.whatif.UnreadableFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the book looked at, as a refused decision keeps it. */
public final class EntryFacts {

  private EntryFacts() {}

  /** Everything that was asked, by name; money in USD, instants in ISO 8601. */
  public static Map<String, Object> of(EntryAsked asked, RiskLimits limits) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("contracts", asked.contracts());
    facts.put("bid", asked.market().bid());
    facts.put("ask", asked.market().ask());
    facts.put("basis", asked.market().basis());
    facts.put("quotedAt", asked.market().at().toString());
    asked.stated().ifPresent(premium -> facts.put("stated", premium));
    facts.put("mode", asked.brake().mode().name());
    facts.put("contractsInSymbol", asked.use().contractsInSymbol());
    facts.put("exposure", asked.use().exposure());
    facts.put("positions", asked.use().positions());
    facts.put("profitToday", asked.use().profitToday());
    facts.put("ordersInLastMinute", asked.use().ordersInLastMinute());
    Map<String, Object> inForce = new LinkedHashMap<>();
    for (RiskLimit limit : RiskLimit.values()) {
      inForce.put(limit.label(), limits.limits().get(limit));
    }
    facts.put("limits", inForce);
    facts.put("now", asked.now().toString());
    return facts;
  }

  /**
   * The question that was kept.
   *
   * @throws UnreadableFact when something is missing of it
   */
  public static EntryAsked asked(Facts kept) {
    Instant now = kept.requiredInstant("now");
    return new EntryAsked(
        kept.requiredWhole("contracts"),
        new Market(
            kept.requiredDecimal("bid"),
            kept.requiredDecimal("ask"),
            kept.requiredText("basis"),
            kept.requiredInstant("quotedAt")),
        kept.decimal("stated"),
        new KillSwitch.State(kept.requiredOne("mode", KillSwitch.Mode.class), "", now, ""),
        new RiskLimits.Use(
            kept.requiredWhole("contractsInSymbol"),
            kept.requiredDecimal("exposure"),
            kept.requiredWhole("positions"),
            kept.requiredDecimal("profitToday"),
            kept.requiredWhole("ordersInLastMinute")),
        now);
  }

  /**
   * The limits that were in force.
   *
   * @throws UnreadableFact when one is missing
   */
  public static RiskLimits limits(Facts kept) {
    Facts inForce = kept.object("limits");
    Map<RiskLimit, BigDecimal> limits = new EnumMap<>(RiskLimit.class);
    for (RiskLimit limit : RiskLimit.values()) {
      limits.put(limit, inForce.requiredDecimal(limit.label()));
    }
    return new RiskLimits(limits);
  }
}
