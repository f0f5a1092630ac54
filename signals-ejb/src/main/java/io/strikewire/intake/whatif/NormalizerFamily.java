package io.strikewire.intake.whatif;

import io.strikewire.dialect.TradeWords;
import io.strikewire.intake.AlertDialect.Reading;
import io.strikewire.intake.GenericAlert;
import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.RawSignal;
import io.strikewire.signal.Signal;
import io.strikewire.signal.SignalId;
import io.strikewire.whatif.DecisionFamily;
import io.strikewire.whatif.Facts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Family {@code normalizer}: the one meaning of a generic alert that asks for an entry. */
public final class NormalizerFamily implements DecisionFamily {

  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "normalizer";
  }

  @Override
  public Map<String, @Nullable Object> answer(Facts config, Facts input, TradingCalendar calendar) {
    Payload raw = input.sent("raw");
    List<String> missing = new ArrayList<>();
    missing(raw, GenericAlert.SYMBOL, missing);
    missing(raw, TradeWords.SIDE, missing);
    missing(raw, GenericAlert.TIMEFRAME, missing);
    if (!missing.isEmpty()) {
      return refused("MISSING_FIELDS", Optional.of(missing));
    }
    Instant now = input.requiredInstant("now");
    RawSignal arrived =
        new RawSignal(new SignalId(new UUID(0, 0)), Portfolio.MAIN, AuthGrade.HMAC, raw, now);
    Reading reading = GenericAlert.read(arrived, Optional.empty());
    if (isText(raw, GenericAlert.SYMBOL) && TradeWords.closes(raw)) {
      return refused("INVALID_DIRECTION", Optional.empty());
    }
    if (reading instanceof Reading.Understood understood) {
      return described(understood.signal());
    }
    return refused(code(raw, ((Reading.Mistaken) reading).mistakes()), Optional.empty());
  }

  private static void missing(Payload raw, List<String> names, List<String> missing) {
    Optional<Object> value = raw.first(names.toArray(String[]::new));
    if (value.filter(given -> !(given instanceof String text && text.isBlank())).isEmpty()) {
      missing.add(names.get(0));
    }
  }

  private static Map<String, @Nullable Object> refused(
      String code, Optional<List<String>> missing) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("ok", false);
    answer.put("error", code);
    missing.ifPresent(names -> answer.put("missing", names));
    return answer;
  }

  /** The reason that counts most: symbol, what is to be done, which bar, then the rest. */
  private static String code(Payload raw, List<Mistake> mistakes) {
    if (!isText(raw, GenericAlert.SYMBOL) || !isText(raw, TradeWords.SIDE)) {
      return "WRONG_TYPE";
    }
    List<String> fields = mistakes.stream().map(Mistake::field).toList();
    if (fields.stream().anyMatch(TradeWords.SIDE::contains)) {
      return "INVALID_DIRECTION";
    }
    if (!isText(raw, GenericAlert.TIMEFRAME)) {
      return "WRONG_TYPE";
    }
    if (fields.stream().anyMatch(GenericAlert.SYMBOL::contains)) {
      return "INVALID_SYMBOL";
    }
    if (fields.stream().anyMatch(GenericAlert.TIMEFRAME::contains)) {
      return "INVALID_TIMEFRAME";
    }
    return "INVALID_" + fields.get(0).toUpperCase(Locale.ROOT);
  }

  private static boolean isText(Payload raw, List<String> names) {
    return raw.first(names.toArray(String[]::new)).orElse("") instanceof String;
  }

  private static Map<String, @Nullable Object> described(Signal signal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", signal.source());
    fields.put("symbol", signal.symbol().ticker());
    fields.put("direction", ((Intent.Enter) signal.intent()).direction().name());
    fields.put("timeframe", signal.timeframe().toString());
    fields.put("timestamp", MILLISECONDS.format(signal.timestamp()));
    fields.put("metadata", signal.metadata());
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("ok", true);
    answer.put("signal", fields);
    return answer;
  }
}
