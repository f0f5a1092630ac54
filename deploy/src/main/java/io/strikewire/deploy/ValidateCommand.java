package io.strikewire.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code validate URL}: the deployment guide's checklists against a running service. */
@Command(
    name = "validate",
    description = {
      "Run the checklists of the first 15 minutes, hour and day against a running service.",
      "Sends one signed test signal, which is never traded. What has too few samples is PENDING;",
      "memory and growth need several runs over an hour (cron), kept in the samples file.",
      "Environment: WEBHOOK_SECRET (or --data), ADMIN_API_KEY, METRICS_TOKEN."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:nothing failed", "1:something failed", "2:bad arguments"})
final class ValidateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "URL", description = "such as https://alerts.example.com")
  private String url = "";

  @Option(names = "--data", description = "data directory whose secret signs (default ./data)")
  private Path data = Path.of("data");

  @Option(names = "--key", paramLabel = "KEY", description = "an admin key (ADMIN_API_KEY)")
  private @Nullable String key;

  @Option(
      names = "--samples",
      paramLabel = "FILE",
      description = "where samples are kept (default ./strikewire-samples.tsv)")
  private Path samples = Path.of("strikewire-samples.tsv");

  @Option(
      names = "--least-acceptance",
      paramLabel = "RATE",
      description = "least part of signals that enter (default 0.5)")
  private double acceptance = 0.5;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new Validation(url, data, Optional.ofNullable(key), samples, acceptance)
        .run(command.commandLine().getOut(), command.commandLine().getErr());
  }
}
