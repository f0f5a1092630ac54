package io.strikewire.deploy;

import io.strikewire.deploy.backup.DamagedBackup;
import io.strikewire.deploy.backup.Refused;
import io.strikewire.deploy.backup.Restore;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code restore FILE}: the database as a backup holds it, all of it or nothing. */
@Command(
    name = "restore",
    description = {
      "Bring the database to what a backup holds, in one transaction. The file is checked first;",
      "every table is read again and compared before the commit. Stop the service first."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "a backup")
  private Path file = Path.of("");

  @Option(names = "--data", description = "data directory (default ./data)")
  private Path data = Path.of("data");

  @Option(names = "--overwrite", description = "replace all that is in the database")
  private boolean overwrite;

  @Option(names = "--dry-run", description = "only check the file")
  private boolean dryRun;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = command.commandLine().getErr();
    if (!Files.isReadable(file)) {
      err.println("FILE: a file that can be read is accepted, was " + file);
      err.flush();
      return CommandLine.ExitCode.USAGE;
    }
    if (dryRun) {
      return checked(err);
    }
    return CommandDatabase.asItIs(command.commandLine(), data, this::restored);
  }

  private int checked(PrintWriter err) throws Exception {
    io.strikewire.deploy.boot.RuntimeFiles files = io.strikewire.deploy.boot.RuntimeFiles.borrow();
    try (Restore restore = Restore.open(file)) {
      BackupReport.tell(restore.manifest(), command.commandLine().getOut());
      command.commandLine().getOut().println("the backup is whole; nothing was changed");
      command.commandLine().getOut().flush();
      return CommandLine.ExitCode.OK;
    } catch (DamagedBackup | Refused no) {
      return refused(err, no);
    } finally {
      files.remove();
    }
  }

  private int restored(DataSource database) throws Exception {
    PrintWriter out = command.commandLine().getOut();
    try (Restore restore = Restore.open(file)) {
      restore.into(database, overwrite);
      BackupReport.tell(restore.manifest(), out);
      out.println("restored; every table has the rows and the checksum of the backup");
      out.flush();
      return CommandLine.ExitCode.OK;
    } catch (DamagedBackup | Refused no) {
      return refused(command.commandLine().getErr(), no);
    }
  }

  private static int refused(PrintWriter err, RuntimeException why) {
    err.println(why.getMessage());
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }
}
