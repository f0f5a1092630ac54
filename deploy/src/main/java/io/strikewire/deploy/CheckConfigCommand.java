package io.strikewire.deploy;

import io.strikewire.deploy.boot.RuntimeFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code check-config}: what would be in force, who says so, and everything that is wrong. */
@Command(
    name = "check-config",
    description = {
      "Show every setting in force with its source, and every mistake; secrets are masked.",
      "Starts nothing. Ends with 2 when there is a mistake."
    },
    mixinStandardHelpOptions = true)
final class CheckConfigCommand implements Callable<Integer> {

  @Option(names = "--config", paramLabel = "FILE", description = "configuration file")
  private @Nullable Path config;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() throws IOException {
    RuntimeFiles files = RuntimeFiles.borrow();
    try {
      Preflight preflight =
          Preflight.of(
              files,
              new Preflight.Arguments(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.ofNullable(config)));
      PrintWriter out = command.commandLine().getOut();
      preflight.lines().forEach(out::println);
      out.flush();
      List<String> mistakes = preflight.mistakes();
      PrintWriter err = command.commandLine().getErr();
      mistakes.forEach(err::println);
      err.flush();
      return mistakes.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
    } finally {
      files.remove();
    }
  }
}
