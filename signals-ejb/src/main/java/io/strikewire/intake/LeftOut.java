package io.strikewire.intake;

import io.strikewire.inbox.AlertDefaults;
import io.strikewire.payload.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an alert of the generic form leaves out and its sender's defaults know. */
final class LeftOut {

  private LeftOut() {}

  /** The alert with it; the same object when nothing is missing or an indicator speaks. */
  static Payload filled(Payload payload, AlertDefaults defaults) {
    if (!AlertDialect.isPlain(payload)) {
      return payload;
    }
    Payload said = payload.withDefaults(payload.object("metadata"));
    Map<String, Object> missing = new LinkedHashMap<>();
    defaults
        .strategy()
        .filter(known -> isLeftOut(said, GenericAlert.STRATEGY))
        .ifPresent(known -> missing.put("strategy", known));
    defaults
        .timeframe()
        .filter(known -> isLeftOut(said, GenericAlert.TIMEFRAME))
        .ifPresent(known -> missing.put("timeframe", known));
    return missing.isEmpty() ? payload : payload.withDefaults(Payload.of(missing));
  }

  private static boolean isLeftOut(Payload said, List<String> names) {
    return said.first(names.toArray(String[]::new)).isEmpty();
  }
}
