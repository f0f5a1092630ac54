package io.strikewire.deploy;

import io.strikewire.deploy.boot.RuntimeFiles;
import io.strikewire.deploy.settings.GivenConfiguration;
import io.strikewire.deploy.validate.Checklist;
import io.strikewire.deploy.validate.Finding;
import io.strikewire.deploy.validate.Inspection;
import io.strikewire.deploy.validate.Limits;
import io.strikewire.deploy.validate.Observed;
import io.strikewire.deploy.validate.Sample;
import io.strikewire.payload.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ExitCode;

/**
 * One run of the checklists.
 *
 * @param key an admin key, if it is not in the environment
 * @param samples the file of earlier samples
 */
record Validation(String url, Path data, Optional<String> key, Path samples, double acceptance) {

  int run(PrintWriter out, PrintWriter err) throws IOException, InterruptedException {
    Map<String, String> variables = GivenConfiguration.ofThisProcess().variables();
    Optional<WebhookSecret> secret = secret(variables);
    if (!url.matches("https?://[^/]+/?") || secret.isEmpty()) {
      err.println(
          secret.isEmpty()
              ? "WEBHOOK_SECRET: needed, or --data with the service's data directory"
              : "URL: http://host:port or https://host is accepted, was \"" + url + '"');
      err.flush();
      return ExitCode.USAGE;
    }
    RuntimeFiles files = RuntimeFiles.borrow();
    try {
      Observed seen =
          Inspection.of(
              url,
              key.or(() -> Optional.ofNullable(variables.get("ADMIN_API_KEY"))),
              Optional.ofNullable(variables.get("METRICS_TOKEN")),
              secret.get()::sign,
              RuleModules.all(files, JsonReader.class).get(0),
              earlier(),
              Instant.now());
      keep(seen.samples().get(seen.samples().size() - 1));
      return say(Checklist.judge(seen, Limits.OF_THE_GUIDE.accepting(acceptance)), out);
    } catch (IOException away) {
      err.println(url + " does not answer: " + away);
      err.flush();
      return ExitCode.SOFTWARE;
    } finally {
      files.remove();
    }
  }

  private Optional<WebhookSecret> secret(Map<String, String> variables) throws IOException {
    List<String> named =
        List.of(variables.getOrDefault("WEBHOOK_SECRET", "").split(",")).stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .toList();
    Path kept = data.resolve("webhook-secret");
    if (!named.isEmpty()) {
      return Optional.of(new WebhookSecret(named, false));
    }
    return Files.isReadable(kept)
        ? Optional.of(new WebhookSecret(List.of(Files.readString(kept).strip()), false))
        : Optional.empty();
  }

  private List<Sample> earlier() throws IOException {
    return Files.isReadable(samples)
        ? Files.readAllLines(samples).stream().map(Sample::parse).flatMap(Optional::stream).toList()
        : List.of();
  }

  private void keep(Sample sample) throws IOException {
    Files.writeString(
        samples, sample.line() + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static int say(List<Finding> findings, PrintWriter out) {
    for (Finding finding : findings) {
      out.printf(
          "%-7s  %-16s  %-46s  %s%n",
          finding.outcome(), finding.list().title(), finding.check(), finding.facts());
    }
    long failed = count(findings, Finding.Outcome.FAIL);
    long pending = count(findings, Finding.Outcome.PENDING);
    out.printf(
        "%d passed, %d failed, %d pending%n", findings.size() - failed - pending, failed, pending);
    out.flush();
    return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static long count(List<Finding> findings, Finding.Outcome outcome) {
    return findings.stream().filter(finding -> finding.outcome() == outcome).count();
  }
}
