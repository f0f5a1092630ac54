package io.strikewire.deploy;

import io.strikewire.deploy.demo.Demo;
import io.strikewire.deploy.server.DataGrid;
import io.strikewire.deploy.settings.LaunchSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code java -jar strikewire.jar}: starts the service and stays until it is stopped. */
@Command(
    name = "strikewire",
    description = "Option-trading alerts in, explained decisions and positions out.",
    mixinStandardHelpOptions = true,
    versionProvider = Launcher.BuildVersion.class,
    subcommands = {
      TokenCommand.class,
      ApiKeyCommand.class,
      ContextCommand.class,
      WhatIfCommand.class,
      VerifyAuditCommand.class,
      LicencesCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:stopped cleanly", "2:bad arguments or configuration", "1:anything else"})
public final class Launcher implements Callable<Integer> {

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "HTTP port (environment: PORT; default 8080)")
  private @Nullable String port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "address to listen on (HOST; 127.0.0.1 in development, else 0.0.0.0)")
  private @Nullable String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "embedded database and logs (default ./data)")
  private Path data = Path.of("data");

  @Option(
      names = "--cluster",
      paramLabel = "OWN,OTHER",
      description = {
        "join the data grid of other instances on the same database, so that live views show",
        "what any of them decided: this instance's address first, each HOST[:PORT] (6900);",
        "off by default, and not needed for correctness"
      })
  private @Nullable String cluster;

  @Option(
      names = "--demo",
      description = {
        "play a recorded market day into a service of its own, in DIR-demo, which begins anew;",
        "development only"
      })
  private boolean demo;

  @Option(
      names = "--demo-pace",
      paramLabel = "SECONDS",
      description = "time between the demo's alerts, 0.1 to 60 (default 3)")
  private double pace = 3;

  @Spec private @Nullable CommandSpec command;

  /** Runs the command line and ends the process with its exit code when it fails. */
  public static void main(String[] arguments) {
    int code = new CommandLine(new Launcher()).execute(arguments);
    if (code != Service.KEEPS_RUNNING) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws Exception {
    LaunchSettings.Reading reading =
        LaunchSettings.read(Optional.ofNullable(port), Optional.ofNullable(host), System.getenv());
    CommandLine line = java.util.Objects.requireNonNull(command).commandLine();
    if (reading instanceof LaunchSettings.Reading.Mistaken mistaken) {
      mistaken.mistakes().forEach(line.getErr()::println);
      line.getErr().flush();
      return CommandLine.ExitCode.USAGE;
    }
    Optional<DataGrid> grid = Optional.ofNullable(cluster).flatMap(DataGrid::parse);
    if (cluster != null && grid.isEmpty()) {
      line.getErr().println("--cluster: OWN[:PORT],OTHER[:PORT] is accepted, was " + cluster);
      line.getErr().flush();
      return CommandLine.ExitCode.USAGE;
    }
    LaunchSettings settings = ((LaunchSettings.Reading.Sound) reading).settings();
    PrintWriter out = line.getOut();
    Path folder = data.toAbsolutePath().normalize();
    if (!demo) {
      return new Service(settings, grid, folder, out, line.getErr()).run();
    }
    Demo played = Demo.paced(pace);
    List<String> mistakes = played.mistakes(settings.environment(), System.getenv());
    if (!mistakes.isEmpty()) {
      mistakes.forEach(line.getErr()::println);
      line.getErr().flush();
      return CommandLine.ExitCode.USAGE;
    }
    return Service.demo(settings, played, folder, out, line.getErr()).run();
  }

  /** The version of the jar that was started. */
  static final class BuildVersion implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Launcher.class.getPackage().getImplementationVersion();
      return new String[] {"strikewire " + (version == null ? "development" : version)};
    }
  }
}
