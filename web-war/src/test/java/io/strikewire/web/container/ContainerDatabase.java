package io.strikewire.web.container;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** A real PostgreSQL for the server under test, there before the server starts. */
public final class ContainerDatabase implements LauncherSessionListener {

  static final String SECRET = "only-for-tests-in-the-container";
  static final String MONDAY = "2026-11-23T15:00:00Z";

  private EmbeddedPostgres postgres;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty("payara.microJar") == null) {
      return;
    }
    try {
      postgres = EmbeddedPostgres.builder().start();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    System.setProperty(
        "payara.cmdOptions",
        String.join(
            " ",
            "-Dstrikewire.db.url=jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres",
            "-Dstrikewire.db.user=postgres",
            "-Dstrikewire.db.password=postgres",
            "-Dstrikewire.webhook.secrets=" + SECRET,
            "-Dstrikewire.clock=" + MONDAY));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException stubborn) {
        throw new UncheckedIOException(stubborn);
      }
    }
  }
}
