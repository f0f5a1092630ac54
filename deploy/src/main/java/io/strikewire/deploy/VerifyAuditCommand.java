package io.strikewire.deploy;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code verify-audit}: checks the audit log from its first record on, beside a running service or
 * without one.
 */
@Command(
    name = "verify-audit",
    description = {
      "Check that no record of the audit log was altered, removed, inserted or moved.",
      "Names the first such record of each chain and ends with 1; ends with 0 when there is none."
    },
    mixinStandardHelpOptions = true)
final class VerifyAuditCommand implements Callable<Integer> {

  @Option(names = "--data", description = "data directory (default ./data)")
  private Path data = Path.of("data");

  @CommandLine.Spec private CommandLine.Model.CommandSpec command;

  @Override
  public Integer call() throws Exception {
    return CommandDatabase.run(command.commandLine(), data, this::verify);
  }

  private int verify(DataSource database) throws Exception {
    return AuditVerdict.say(database, data, command.commandLine().getOut());
  }
}
