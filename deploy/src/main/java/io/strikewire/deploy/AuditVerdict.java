package io.strikewire.deploy;

import io.strikewire.audit.AuditFinding;
import io.strikewire.audit.store.AuditCheck;
import io.strikewire.deploy.boot.RuntimeFiles;
import io.strikewire.deploy.settings.GivenConfiguration;
import io.strikewire.deploy.settings.LaunchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import picocli.CommandLine;

/**
 * Checks the audit log and says what was found. Apart from its command, whose methods are read
 * before the libraries are there.
 */
final class AuditVerdict {

  private AuditVerdict() {}

  /** The exit code. */
  static int say(DataSource database, Path data, PrintWriter out) throws IOException, SQLException {
    Path folder = data.toAbsolutePath().normalize();
    LaunchSettings.Reading reading =
        LaunchSettings.read(
            Optional.empty(), Optional.empty(), GivenConfiguration.ofThisProcess().variables());
    Optional<AuditKey> key =
        AuditKey.known(((LaunchSettings.Reading.Sound) reading).settings(), folder);
    try (RuleModules modules = RuleModules.of(RuntimeFiles.unpack(folder));
        Connection connection = database.getConnection()) {
      AuditCheck.Report report =
          modules.one(AuditCheck.class).check(connection, key.map(AuditKey::text));
      say(report, key.isPresent(), out);
      return report.findings().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static void say(AuditCheck.Report report, boolean withKey, PrintWriter out) {
    for (AuditCheck.Chain chain : report.chains()) {
      out.printf(
          "chain %s: %d records, ends with %s%n", chain.name(), chain.records(), chain.head());
    }
    out.println(
        withKey
            ? report.checkpoints() + " signed checkpoints"
            : "checkpoints not checked: no AUDIT_KEY and no audit-key in the data directory");
    for (AuditFinding finding : report.findings()) {
      out.println(finding);
    }
    out.println(
        report.findings().isEmpty() ? "the audit log is sound" : "the audit log is NOT sound");
    out.flush();
  }
}
