package io.strikewire.decide.whatif;

import io.strikewire.confluence.Ratio;
import io.strikewire.decide.SizeAnswer;
import io.strikewire.market.TradingCalendar;
import io.strikewire.market.VolatilityRegime;
import io.strikewire.whatif.DecisionFamily;
import io.strikewire.whatif.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Family {@code sizing}: contracts before the market's mood and the indicator are looked at. */
public final class SizingFamily implements DecisionFamily {

  @Override
  public String name() {
    return "sizing";
  }

  @Override
  public Map<String, @Nullable Object> answer(Facts config, Facts input, TradingCalendar calendar) {
    return new LinkedHashMap<>(
        SizeAnswer.of(
            input.requiredDecimal("confidence"),
            input.requiredOne("regime", VolatilityRegime.class),
            Ratio.of(input.requiredDecimal("confluence")),
            AskedSettings.of(config, AskedSettings.OF_FILES).size()));
  }
}
