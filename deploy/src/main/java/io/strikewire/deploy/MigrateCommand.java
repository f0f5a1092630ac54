package io.strikewire.deploy;

import io.strikewire.db.Migrations;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate}: brings the schema to this release's, or says what that would be. */
@Command(
    name = "migrate",
    description = {
      "Bring the database's schema to this release's. The service does the same at its start;",
      "a release's schema also works with the release before it, so it may run meanwhile."
    },
    mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

  @Option(names = "--data", description = "data directory (default ./data)")
  private Path data = Path.of("data");

  @Option(names = "--dry-run", description = "only name the migrations that wait")
  private boolean dryRun;

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = command.commandLine().getOut();
    return CommandDatabase.asItIs(
        command.commandLine(),
        data,
        database -> {
          Migrations migrations = new Migrations(database);
          String before = migrations.version();
          List<String> pending = migrations.pending();
          if (dryRun) {
            pending.forEach(name -> out.println("would apply " + name));
            out.println(pending.size() + " migrations wait; the schema is at " + before);
          } else {
            migrations.apply();
            pending.forEach(name -> out.println("applied " + name));
            out.println(
                pending.size()
                    + " migrations applied; the schema is at "
                    + migrations.version()
                    + ", was at "
                    + before);
          }
          out.flush();
          return CommandLine.ExitCode.OK;
        });
  }
}
