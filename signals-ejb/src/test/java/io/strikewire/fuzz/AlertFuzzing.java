package io.strikewire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.strikewire.calendar.NyseCalendar;
import io.strikewire.inbox.AlertDefaults;
import io.strikewire.inbox.Delivery;
import io.strikewire.intake.AlertDialect;
import io.strikewire.intake.BatchReader;
import io.strikewire.intake.DeliveryReader;
import io.strikewire.json.JsonText;
import io.strikewire.json.StrictJson;
import io.strikewire.payload.Payload;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Fingerprint;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.SignalId;
import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What holds for any bytes at all, whoever makes them up. */
final class AlertFuzzing {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final NyseCalendar CALENDAR = new NyseCalendar();
  private static final DeliveryReader READER = new DeliveryReader(Duration.ofSeconds(60), false);

  private static final String[] NAMES = {
    "symbol",
    "ticker",
    "underlying",
    "direction",
    "action",
    "side",
    "option_type",
    "right",
    "timeframe",
    "tf",
    "interval",
    "timestamp",
    "time",
    "timenow",
    "signal_time",
    "metadata",
    "price",
    "close",
    "premium",
    "strike",
    "expiration",
    "expiry",
    "occ_symbol",
    "option_symbol",
    "source",
    "strategy",
    "market_position",
    "prev_market_position",
    "quantity",
    "trend",
    "score",
    "current_price",
    "entry",
    "instrument",
    "meta",
    "engine",
    "event",
    "phase_name",
    "phase",
    "regime_context",
    "execution_guidance",
    "bias",
    "timeframes",
    "3m",
    "5m",
    "15m",
    "1h",
    "4h",
    "1w",
    "1M",
    "chg",
    "dir",
    "open",
    "journal",
    "signal",
    "pattern",
    "confidence",
    "market",
    "trade_plan",
    "stop",
    "targets",
    "indicator",
    "type",
    "level",
    "test",
    "alignment_score",
    "exchange",
    "components",
    "vix",
    "orb",
    "ema",
    "data",
    "score_breakdown"
  };

  private static final String[] TEXTS = {
    "SPY",
    "SPX",
    "SPXW",
    "CALL",
    "PUT",
    "BUY",
    "SELL",
    "LONG",
    "SHORT",
    "CLOSE",
    "EXIT",
    "flat",
    "BULLISH",
    "BEARISH",
    "SATY_PO",
    "STRAT_V6_FULL",
    "MARKUP",
    "MARKDOWN",
    "ORB",
    "EMA",
    "BHCH",
    "ultimate-option",
    "5m",
    "1h",
    "1d",
    "240",
    "2026-12-18",
    "12/18/2026",
    "261218",
    "2026-11-23T15:00:00Z",
    "2026-11-23",
    "SPY261218C00500000",
    "SPY   261218C00500000",
    "OPRA:SPY261218C500",
    "{{close}}",
    "true",
    "false",
    "1e400",
    "-1",
    "0",
    "NaN",
    "１２",
    ""
  };

  private AlertFuzzing() {}

  /** Any bytes are read or named malformed; what is read is JSON to another parser too. */
  static void parse(byte[] bytes) {
    if (!(StrictJson.read(bytes) instanceof StrictJson.Reading.Read read)) {
      return;
    }
    try (JsonParser other =
        Json.createParser(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
      while (other.hasNext()) {
        other.next();
      }
    }
    String text = JsonText.of(read.payload());
    assertThat(StrictJson.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            StrictJson.Reading.Read.class,
            again -> assertThat(JsonText.of(again.payload())).isEqualTo(text));
    deliver(bytes, read.payload());
  }

  /** Objects of the senders' own words are understood or their mistakes are named. */
  static void speak(FuzzedDataProvider data) {
    Payload payload = object(data, 3);
    byte[] bytes = JsonText.of(payload).getBytes(StandardCharsets.UTF_8);
    if (StrictJson.read(bytes) instanceof StrictJson.Reading.Read read) {
      deliver(bytes, read.payload());
    }
  }

  private static void deliver(byte[] bytes, Payload payload) {
    UUID id = new UUID(0, 1);
    Delivery delivery =
        new Delivery(
            "fuzz",
            Portfolio.MAIN,
            new AlertDefaults(Optional.of("S"), Optional.of("T"), Optional.of("5m")),
            AuthGrade.HMAC,
            Optional.empty(),
            Optional.empty(),
            bytes);
    DeliveryReader.Reading reading = READER.read(id, delivery, payload, NOW);
    assertThat(BatchReader.read(delivery)).isNotNull();
    if (reading instanceof DeliveryReader.Reading.Mistaken mistaken) {
      assertThat(mistaken.mistakes()).isNotEmpty();
    }
    if (reading instanceof DeliveryReader.Reading.Alert alert) {
      // What the pipeline reads again from the stored body is understood there too.
      StrictJson.Reading stored =
          StrictJson.read(alert.arrival().body().getBytes(StandardCharsets.UTF_8));
      Payload again = ((StrictJson.Reading.Read) stored).payload();
      RawSignal raw = new RawSignal(new SignalId(id), Portfolio.MAIN, AuthGrade.HMAC, again, NOW);
      assertThat(AlertDialect.read(raw, Optional.of(alert.arrival().signal().source()), CALENDAR))
          .isInstanceOfSatisfying(
              AlertDialect.Reading.Understood.class,
              understood -> assertThat(Fingerprint.of(understood.signal())).isNotNull());
    }
  }

  private static Payload object(FuzzedDataProvider data, int depth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    int size = data.consumeInt(0, 9);
    for (int i = 0; i < size; i++) {
      fields.put(data.pickValue(NAMES), value(data, depth));
    }
    return Payload.of(fields);
  }

  private static Object value(FuzzedDataProvider data, int depth) {
    return switch (data.consumeInt(0, depth > 0 ? 7 : 4)) {
      case 0, 1 -> data.pickValue(TEXTS);
      case 2 -> data.consumeString(40);
      case 3 -> BigDecimal.valueOf(data.consumeLong(), data.consumeInt(-20, 40));
      case 4 -> data.consumeBoolean();
      case 5 -> list(data, depth - 1);
      default -> object(data, depth - 1);
    };
  }

  private static List<Object> list(FuzzedDataProvider data, int depth) {
    List<Object> items = new ArrayList<>();
    int size = data.consumeInt(0, 3);
    for (int i = 0; i < size; i++) {
      items.add(value(data, depth));
    }
    return items;
  }
}
