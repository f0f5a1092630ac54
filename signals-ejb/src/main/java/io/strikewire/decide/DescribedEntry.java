package io.strikewire.decide;

import io.strikewire.confluence.Peers;
import io.strikewire.event.SignalEvent.Surroundings;
import io.strikewire.gex.GexReading;
import io.strikewire.market.MarketContext;
import io.strikewire.market.Snapshot;
import io.strikewire.option.OptionPrice;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** A question as it is written down, so that it can be asked again. */
public final class DescribedEntry {

  private DescribedEntry() {}

  /** The question in the form in which the what-if asks it. */
  public static Map<String, Object> of(EntryQuestion question) {
    Map<String, Object> signal = new LinkedHashMap<>();
    signal.put("symbol", question.symbol().ticker());
    signal.put("direction", question.side().name());
    signal.put("timeframe", question.timeframe().toString());
    signal.put("timestamp", question.timestamp().toString());
    signal.put("grade", question.grade().name());
    signal.put("contractNamed", question.contractNamed());
    signal.put("metadata", question.metadata());
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("now", question.now().toString());
    input.put("signal", signal);
    Surroundings around = question.around();
    around
        .context()
        .reading()
        .ifPresent(market -> input.put("context", context(market, around.context())));
    around.gex().reading().ifPresent(gex -> gex(gex, around.gex(), input));
    if (around.price() instanceof OptionPrice.Known price) {
      input.put("premium", price.ask());
    }
    input.put("openExposure", around.openExposure());
    around.exposureLimit().ifPresent(limit -> input.put("exposureLimit", limit));
    input.put("marketDataMode", around.mode().name());
    input.put("otherSignals", Peers.described(around.peers()));
    return input;
  }

  private static Map<String, Object> context(
      MarketContext market, Snapshot<MarketContext> snapshot) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("vix", BigDecimal.valueOf(market.vix()));
    context.put("trend", market.trend().name());
    context.put("bias", BigDecimal.valueOf(market.bias()));
    context.put("regime", market.regime().name());
    context.put("timestamp", market.asOf().toString());
    context.put("freshness", snapshot.freshness());
    return context;
  }

  private static void gex(
      GexReading reading, Snapshot<GexReading> snapshot, Map<String, Object> input) {
    reading
        .direction()
        .ifPresent(
            favoured -> {
              Map<String, Object> gex = new LinkedHashMap<>();
              gex.put("strength", BigDecimal.valueOf(reading.strength()));
              gex.put("direction", favoured.name());
              gex.put("timestamp", reading.asOf().toString());
              gex.put("freshness", snapshot.freshness());
              input.put("gex", gex);
            });
  }
}
