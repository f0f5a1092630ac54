package io.strikewire.deploy;

import io.strikewire.deploy.backup.Backup;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup FILE}: all rows of one moment, beside a running service. */
@Command(
    name = "backup",
    description = {
      "Write all rows of the database, as of one moment, into one compressed file.",
      "The service may run meanwhile. Keys and secrets of the data directory are not in it."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "file to write; it must not exist")
  private Path file = Path.of("");

  @Option(names = "--data", description = "data directory (default ./data)")
  private Path data = Path.of("data");

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = command.commandLine().getOut();
    Path target = file.toAbsolutePath().normalize();
    return CommandDatabase.asItIs(
        command.commandLine(),
        data,
        database -> {
          try {
            BackupReport.tell(
                Backup.write(database, target, Launcher.BuildVersion.ofThisBuild(), Instant.now()),
                out);
            out.println("written to " + target + ", " + Files.size(target) + " bytes");
            return CommandLine.ExitCode.OK;
          } catch (FileAlreadyExistsException there) {
            out.println("FILE: a file that does not exist yet is accepted, was " + target);
            return CommandLine.ExitCode.USAGE;
          } finally {
            out.flush();
          }
        });
  }
}
