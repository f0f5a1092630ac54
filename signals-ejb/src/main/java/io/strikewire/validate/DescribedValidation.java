package io.strikewire.validate;

import io.strikewire.confluence.Peers;
import java.util.LinkedHashMap;
import java.util.Map;

/** A question of validation as it is written down, so that it can be asked again. */
public final class DescribedValidation {

  private DescribedValidation() {}

  /** The question in the form in which the what-if asks it. */
  public static Map<String, Object> of(ValidationQuestion question) {
    Map<String, Object> signal = new LinkedHashMap<>();
    signal.put("symbol", question.symbol().ticker());
    signal.put("direction", question.side().name());
    signal.put("timeframe", question.timeframe().toString());
    signal.put("timestamp", question.timestamp().toString());
    question.contract().ifPresent(contract -> signal.put("occ_symbol", contract.toString()));
    signal.put("metadata", question.metadata());
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("now", question.now().toString());
    input.put("signal", signal);
    question.lastEntry().ifPresent(last -> input.put("lastEntry", last.toString()));
    input.put("otherSignals", Peers.described(question.peers()));
    return input;
  }
}
