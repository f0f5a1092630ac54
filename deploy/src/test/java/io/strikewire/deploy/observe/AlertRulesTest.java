package io.strikewire.deploy.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alert rules: each is silent, fires and clears, and leads to a section of the runbook. */
class AlertRulesTest {

  private static final Path RULES = Path.of("prometheus", "rules.yml");
  private static final Path TESTS = Path.of("prometheus", "rules.test.yml");
  private static final Path RUNBOOK = Path.of("..", "docs", "runbook.md");

  @Test
  void every_alert_has_a_test_that_it_passes() throws Exception {
    assertThat(found("alertname: (\\w+)", Files.readString(TESTS)))
        .isEqualTo(found("alert: (\\w+)", Files.readString(RULES)));
    Tools.need("promtool");
    assertThat(run("check", "rules", RULES)).contains("SUCCESS");
    assertThat(run("test", "rules", TESTS)).contains("SUCCESS");
  }

  @Test
  void every_alert_leads_to_a_section_of_the_runbook() throws Exception {
    String rules = Files.readString(RULES);
    Set<String> sections =
        found("(?m)^#+ (.+)$", Files.readString(RUNBOOK)).stream()
            .map(title -> title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", ""))
            .map(title -> title.replace(' ', '-'))
            .collect(Collectors.toSet());
    assertThat(sections).containsAll(found("runbook: docs/runbook.md#(\\S+)", rules));
    assertThat(rules.split("- alert:", -1)).hasSameSizeAs(rules.split("runbook:", -1));
  }

  private static String run(String command, String of, Path file)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("promtool", command, of, file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toSet());
  }
}
