package io.strikewire.deploy;

import io.strikewire.deploy.backup.Manifest;
import java.io.PrintWriter;

/** What a backup holds, for people. */
final class BackupReport {

  private BackupReport() {}

  static void tell(Manifest manifest, PrintWriter out) {
    manifest
        .tables()
        .forEach(
            table ->
                out.printf(
                    "%-20s %9d rows  sha256 %s%n",
                    table.name(), table.rows(), table.sha256().substring(0, 16)));
    out.printf(
        "%d rows of %d tables, snapshot of %s, release %s, %d migrations%n",
        manifest.rows(),
        manifest.tables().size(),
        manifest.createdAt(),
        manifest.release(),
        manifest.migrations().size());
  }
}
