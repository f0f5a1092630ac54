package io.strikewire.decide.whatif;

import io.strikewire.confluence.Confluence;
import io.strikewire.confluence.ConfluenceSettings;
import io.strikewire.confluence.Ratio;
import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import io.strikewire.whatif.DecisionFamily;
import io.strikewire.whatif.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Family {@code confluence}: how far others agree. */
public final class ConfluenceFamily implements DecisionFamily {

  private static final double BOOST = 10;

  @Override
  public String name() {
    return "confluence";
  }

  @Override
  public Map<String, @Nullable Object> answer(Facts config, Facts input, TradingCalendar calendar) {
    Facts target = input.object("target");
    Symbol symbol = AskedEntry.symbol(target);
    Timeframe timeframe = AskedEntry.timeframe(target);
    Direction side = target.requiredOne("direction", Direction.class);
    List<Peer> peers =
        AskedEntry.peers(input.list("signals"), target).stream()
            .filter(peer -> Confluence.comparable(peer, symbol, timeframe))
            .toList();
    ConfluenceSettings settings =
        AskedSettings.confluence(config, AskedSettings.OF_FILES.confluence());
    Confluence found = Confluence.of(symbol, timeframe, side, peers, settings);
    Ratio weighted = found.isKnown() ? found.used() : new Ratio(0, 1);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("weighted", found.weighted());
    answer.put("simple", found.simple());
    answer.put("agreeing", sources(peers, side));
    answer.put("disagreeing", sources(peers, side.opposite()));
    answer.put("total", found.total());
    answer.put("category", category(weighted));
    answer.put("meetsHalf", weighted.isAtLeast(Ratio.HALF));
    answer.put("boost", weighted.isAtLeast(Confluence.HIGH) ? BOOST : 0);
    return answer;
  }

  private static List<String> sources(List<Peer> peers, Direction side) {
    return peers.stream().filter(peer -> peer.direction() == side).map(Peer::source).toList();
  }

  private static String category(Ratio weighted) {
    if (weighted.isAtLeast(Confluence.HIGH)) {
      return "HIGH";
    }
    return weighted.isAtLeast(Ratio.HALF) ? "MEDIUM" : "LOW";
  }
}
