package io.strikewire.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Runs for a moment in every build; see docs/testing.md. */
class DialectFuzz {

  @FuzzTest(maxDuration = "30s")
  void no_alert_whatever_is_in_it_ends_in_an_exception(FuzzedDataProvider data) {
    AlertFuzzing.speak(data);
  }
}
