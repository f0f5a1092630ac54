package io.strikewire.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Runs for as long as there is time, by a profile; see docs/testing.md. */
class LongParserFuzz {

  @FuzzTest(maxDuration = "10m")
  void no_alert_whatever_is_in_it_ends_in_an_exception(byte[] bytes) {
    AlertFuzzing.parse(bytes);
  }
}
