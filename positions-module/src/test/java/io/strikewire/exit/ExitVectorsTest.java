package io.strikewire.exit;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.exit.whatif.ExitFamily;
import io.strikewire.vectors.VectorCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExitVectorsTest {

  private static final String OUTCOME =
      "decision|exitReason|calculations\\.(profitTarget|stopLoss|gexFlip|timeExit)"
          + "|gexLookupTimeframe";
  private static final String THRESHOLDS = "|exact(ProfitTarget|StopLoss)Reached";
  private static final String PNL = "|calculations\\.currentPnL(Percent)?";

  /** What each code of the recorded decisions may change. */
  private static final Map<String, String> EXPLAINS =
      Map.of(
          "D05", OUTCOME,
          "D06", OUTCOME,
          "D08", OUTCOME,
          "D09", OUTCOME,
          "D10", OUTCOME + THRESHOLDS + PNL,
          "D11", OUTCOME + THRESHOLDS,
          "D13", OUTCOME);

  @Test
  void every_recorded_exit_is_decided_alike_or_better_for_the_reason_its_codes_give() {
    new VectorCheck(new ExitFamily(), new NyseCalendar(), EXPLAINS).run();
  }
}
