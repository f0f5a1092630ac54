package io.strikewire.whatif;

import io.strikewire.market.TradingCalendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of question to the decision core: an entry, an exit, a size. The module that owns the
 * rules answers it with the same code that decides in the service. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface DecisionFamily {

  /** The kind's name, lower case. */
  String name();

  /**
   * Answers a question. Pure: the same arguments give the same answer.
   *
   * @param config the settings the answer depends on
   * @param input the question
   * @return plain values by name, as the JSON writer takes them
   * @throws IllegalArgumentException naming the field that cannot be read, what came and what is
   *     accepted
   */
  Map<String, @Nullable Object> answer(Facts config, Facts input, TradingCalendar calendar);
}
