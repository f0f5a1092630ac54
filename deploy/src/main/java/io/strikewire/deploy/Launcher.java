package io.strikewire.deploy;

import io.strikewire.deploy.boot.RuntimeFiles;
import io.strikewire.deploy.demo.Demo;
import io.strikewire.deploy.server.DataGrid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
      LicencesCommand.class,
      CheckConfigCommand.class,
      MigrateCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      ValidateCommand.class
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

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "configuration file (STRIKEWIRE_CONFIG); what the environment says wins")
  private @Nullable Path config;

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
    CommandLine line = java.util.Objects.requireNonNull(command).commandLine();
    Path folder = demo ? Demo.directory(data()) : data();
    RuntimeFiles files;
    try {
      files = RuntimeFiles.unpack(Files.createDirectories(folder));
    } catch (IOException unwritable) {
      return ended(line, CommandLine.ExitCode.SOFTWARE, List.of("--data: " + unwritable));
    }
    Preflight preflight =
        Preflight.of(
            files,
            new Preflight.Arguments(
                Optional.ofNullable(port),
                Optional.ofNullable(host),
                Optional.ofNullable(cluster),
                Optional.ofNullable(config)));
    List<String> mistakes = new ArrayList<>(preflight.mistakes());
    Demo played = Demo.paced(pace);
    if (demo) {
      mistakes.addAll(played.mistakes(preflight.environment(), System.getenv()));
    }
    if (!mistakes.isEmpty()) {
      return ended(line, CommandLine.ExitCode.USAGE, mistakes);
    }
    preflight.apply();
    Optional<DataGrid> grid = Optional.ofNullable(cluster).flatMap(DataGrid::parse);
    return demo
        ? Service.demo(preflight.settings(), played, data(), line.getOut(), line.getErr()).run()
        : new Service(preflight.settings(), grid, data(), line.getOut(), line.getErr()).run();
  }

  private Path data() {
    return data.toAbsolutePath().normalize();
  }

  private static int ended(CommandLine line, int code, List<String> why) {
    why.forEach(line.getErr()::println);
    line.getErr().flush();
    return code;
  }

  /** The version of the jar that was started. */
  static final class BuildVersion implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"strikewire " + ofThisBuild()};
    }

    static String ofThisBuild() {
      String version = Launcher.class.getPackage().getImplementationVersion();
      return version == null ? "development" : version;
    }
  }
}
