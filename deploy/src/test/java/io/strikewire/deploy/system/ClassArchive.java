package io.strikewire.deploy.system;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * An archive of the classes that the built jar loads, as the runbook makes it: every process that a
 * test starts begins with it, in about half the time. The JVM ignores one that does not fit.
 */
public final class ClassArchive {

  private static final Path JAR = Path.of("target", "strikewire.jar").toAbsolutePath();
  private static final Path ARCHIVE = Path.of("target", "strikewire.jsa").toAbsolutePath();

  private ClassArchive() {}

  /** The option that names the archive; it is made when there is none for this jar. */
  public static synchronized List<String> options() throws IOException {
    if (!isFresh()) {
      make();
    }
    return List.of("-XX:SharedArchiveFile=" + ARCHIVE);
  }

  private static boolean isFresh() throws IOException {
    return Files.exists(ARCHIVE)
        && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) > 0;
  }

  private static void make() throws IOException {
    Path place = Files.createTempDirectory("strikewire-archive");
    Path made = place.resolve("strikewire.jsa");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:ArchiveClassesAtExit=" + made,
            "-jar",
            JAR.toString(),
            "--port",
            Integer.toString(port),
            "--data",
            place.resolve("data").toString());
    builder.environment().remove("DATABASE_URL");
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(place.resolve("console.log").toFile())
            .start();
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> isHealthy(port));
      process.destroy();
      if (!process.waitFor(3, TimeUnit.MINUTES) || !Files.exists(made)) {
        throw new IllegalStateException(Files.readString(place.resolve("console.log")));
      }
      Files.move(made, ARCHIVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }

  private static boolean isHealthy(int port) {
    try {
      HttpURLConnection health =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/health").toURL().openConnection();
      return health.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
