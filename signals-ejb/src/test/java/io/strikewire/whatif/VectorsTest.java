package io.strikewire.whatif;

import io.strikewire.calendar.NyseCalendar;
import io.strikewire.decide.whatif.ConfluenceFamily;
import io.strikewire.decide.whatif.EntryFamily;
import io.strikewire.decide.whatif.SizingFamily;
import io.strikewire.dialect.whatif.ParserFamily;
import io.strikewire.intake.whatif.NormalizerFamily;
import io.strikewire.validate.whatif.ValidatorFamily;
import io.strikewire.vectors.VectorCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VectorsTest {

  private static final String CALCULATIONS = "calculations\\..*";
  private static final String OUTCOME =
      "decision|rejection|confidence|positionSize|" + CALCULATIONS;
  private static final String SIZE =
      OUTCOME + "|trace\\.(size.*|sizing\\..*|additionalExposure|exposureExceeded)";
  private static final String CONFIDENCE = SIZE + "|trace\\.(finalConfidence|existingExposure)";

  @Test
  void every_recorded_entry_is_decided_alike_or_better_for_the_reason_its_codes_give() {
    new VectorCheck(
            new EntryFamily(),
            new NyseCalendar(),
            Map.of(
                "D01", CONFIDENCE + "|trace\\.gexAdjustment",
                "D02", OUTCOME + "|trace\\.(existing|additional|exposure).*",
                "D04", SIZE,
                "D05", SIZE,
                "D14", CONFIDENCE + "|trace\\.confluence(Used|Boost)",
                "D18", OUTCOME,
                "D21", SIZE,
                "D25", OUTCOME,
                "D44", OUTCOME + "|trace\\.(existing|additional|exposure).*"))
        .run();
  }

  @Test
  void every_recorded_size_is_the_same_or_the_exact_one() {
    new VectorCheck(
            new SizingFamily(),
            new NyseCalendar(),
            Map.of("D05", "size|calculation\\.finalSize|category"))
        .run();
  }

  @Test
  void every_recorded_confluence_is_the_same_except_where_a_source_is_switched_off() {
    new VectorCheck(
            new ConfluenceFamily(),
            new NyseCalendar(),
            Map.of("D16", "weighted|category|meetsHalf|boost"))
        .run();
  }

  @Test
  void every_recorded_validation_is_alike_or_better_for_the_reason_its_codes_give() {
    String result = "results\\[\\d+\\]\\..*";
    new VectorCheck(
            new ValidatorFamily(),
            new NyseCalendar(),
            Map.of(
                "D06", result,
                "D07", result,
                "D08", "results\\[\\d+\\]\\.details\\.signalHour",
                "D22", result,
                "D23", result,
                "D25", result,
                "D26", result))
        .run();
  }

  @Test
  void every_recorded_alert_is_normalized_alike_or_better_for_the_reason_its_codes_give() {
    String refusal = "ok|error|signal(\\..*)?";
    new VectorCheck(
            new NormalizerFamily(),
            new NyseCalendar(),
            Map.ofEntries(
                Map.entry("D27", refusal),
                Map.entry("D28", refusal),
                Map.entry("D29", "signal\\.direction"),
                Map.entry("D30", "signal\\.symbol"),
                Map.entry("D31", refusal),
                Map.entry("D32", "signal\\.metadata\\..*"),
                Map.entry("D47", refusal),
                Map.entry("D48", "signal\\.source"),
                Map.entry("D49", refusal)))
        .run();
  }

  @Test
  void every_recorded_payload_is_read_alike_or_better_for_the_reason_its_codes_give() {
    String refusal = "actionable|errors|signal(\\..*)?";
    String expiration = "signal\\.(expiration|metadata\\.derived_expiration)";
    new VectorCheck(
            new ParserFamily(),
            new NyseCalendar(),
            Map.ofEntries(
                Map.entry("D33", "signal\\.action"),
                Map.entry("D34", expiration),
                Map.entry("D35", expiration),
                Map.entry("D36", "signal\\.(strike|metadata\\.derived_strike)"),
                Map.entry("D39", refusal),
                Map.entry("D40", refusal),
                Map.entry("D41", refusal),
                Map.entry("D42", "signal\\.quantity"),
                Map.entry("D50", expiration),
                Map.entry("D51", "signal\\.underlying"),
                Map.entry("D52", refusal)))
        .run();
  }
}
