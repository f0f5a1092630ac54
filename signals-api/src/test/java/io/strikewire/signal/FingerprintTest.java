package io.strikewire.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.option.OptionContract;
import io.strikewire.payload.Payload;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Instant BAR = Instant.parse("2026-11-23T15:00:00Z");
  private static final Intent CALL = new Intent.Enter(Direction.CALL);

  @Test
  void the_same_alert_at_another_price_score_and_moment_of_arrival_is_the_same() {
    Signal first = signal("main", "MTF", "orb", "SPY", CALL, "5m", Optional.empty(), BAR, 1);
    Signal again = signal("main", "MTF", "orb", "SPY", CALL, "5m", Optional.empty(), BAR, 2);
    assertThat(again.id()).isNotEqualTo(first.id());
    assertThat(again.metadata()).isNotEqualTo(first.metadata());
    assertThat(Fingerprint.of(again)).isEqualTo(Fingerprint.of(first));
    assertThat(Fingerprint.of(first).hex()).hasSize(64);
  }

  @Test
  void whatever_makes_it_another_alert_makes_it_another_fingerprint() {
    Optional<OptionContract> none = Optional.empty();
    Optional<OptionContract> strike500 = OptionContract.parse("SPY261218C00500000");
    Optional<OptionContract> strike505 = OptionContract.parse("SPY261218C00505000");
    Intent put = new Intent.Enter(Direction.PUT);
    Intent close = new Intent.Close(Optional.of(Direction.CALL));
    assertThat(
            java.util.stream.Stream.of(
                    signal("main", "MTF", "orb", "SPY", CALL, "5m", none, BAR, 1),
                    signal("second", "MTF", "orb", "SPY", CALL, "5m", none, BAR, 1),
                    signal("main", "GEX", "orb", "SPY", CALL, "5m", none, BAR, 1),
                    signal("main", "MTF", "trend", "SPY", CALL, "5m", none, BAR, 1),
                    signal("main", "MTF", "orb", "QQQ", CALL, "5m", none, BAR, 1),
                    signal("main", "MTF", "orb", "SPY", put, "5m", none, BAR, 1),
                    signal("main", "MTF", "orb", "SPY", close, "5m", none, BAR, 1),
                    signal("main", "MTF", "orb", "SPY", CALL, "15m", none, BAR, 1),
                    signal("main", "MTF", "orb", "SPY", CALL, "5m", strike500, BAR, 1),
                    signal("main", "MTF", "orb", "SPY", CALL, "5m", strike505, BAR, 1),
                    signal("main", "MTF", "orb", "SPY", CALL, "5m", none, BAR.plusMillis(1), 1))
                .map(Fingerprint::of))
        .doesNotHaveDuplicates();
  }

  private static Signal signal(
      String portfolio,
      String source,
      String strategy,
      String symbol,
      Intent intent,
      String timeframe,
      Optional<OptionContract> contract,
      Instant at,
      int arrival) {
    return new Signal(
        new SignalId(new UUID(0, arrival)),
        new Portfolio(portfolio),
        source,
        Optional.of(strategy),
        new Symbol(symbol),
        intent,
        Timeframe.parse(timeframe).orElseThrow(),
        at,
        contract,
        Optional.of(BigDecimal.valueOf(arrival)),
        Optional.of(BigDecimal.valueOf(arrival)),
        AuthGrade.HMAC,
        Payload.of(Map.of("score", BigDecimal.valueOf(arrival))),
        at.plusSeconds(arrival));
  }
}
