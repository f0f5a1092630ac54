package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar answers a file of questions by itself. */
class WhatIfIT {

  private static final Path JAR = Path.of("target", "strikewire.jar").toAbsolutePath();

  @Test
  void every_line_is_answered_in_order_and_a_bad_one_does_not_end_the_run(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path questions = folder.resolve("questions.jsonl");
    Files.write(
        questions,
        List.of(
            "{\"family\":\"sizing\",\"id\":\"size\",\"config\":{\"sizing\":{\"baseSize\":25,"
                + "\"kellyFraction\":1,\"minSize\":1,\"maxSize\":100}},\"input\":{"
                + "\"confidence\":16,\"regime\":\"NORMAL\",\"confluence\":0.5}}",
            "{\"id\":\"broken\" and more",
            "{\"family\":\"parser\",\"id\":\"ping\",\"input\":{\"now\":\"2026-11-23T15:00:00Z\","
                + "\"raw\":{\"test\":true,\"type\":\"PING\"}}}",
            "{\"family\":\"exit\",\"id\":\"kept\",\"config\":{\"gex\":{\"maxStaleMinutes\":240},"
                + "\"validation\":{\"marketHoursEnd\":\"15:30\"},\"exit\":{}},\"input\":{"
                + "\"now\":\"2026-11-23T15:00:00Z\",\"gexHistory\":[],\"position\":{\"symbol\":\"SPY\","
                + "\"direction\":\"CALL\",\"quantity\":2,\"entryPrice\":4.2,\"currentPrice\":6.1,"
                + "\"entryTime\":\"2026-11-23T14:40:00Z\",\"status\":\"OPEN\"}}}"));
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "what-if",
                questions.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> answers =
        new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isZero();
    assertThat(answers).hasSize(4);
    assertThat(answers.get(0))
        .startsWith("{\"id\":\"size\",\"family\":\"sizing\",\"output\":{\"size\":29,");
    assertThat(answers.get(1)).startsWith("{\"id\":\"broken\",\"error\":");
    assertThat(answers.get(2)).contains("\"detected\":\"ultimate-option\"", "\"isTest\":true");
    assertThat(answers.get(3))
        .contains("\"decision\":\"HOLD\"", "\"counterfactual\":\"bid ≥ 6.30 (PROFIT_TARGET)\"");
  }
}
