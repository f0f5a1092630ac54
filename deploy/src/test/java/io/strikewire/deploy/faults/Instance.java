package io.strikewire.deploy.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** One instance of the built jar on a database that others use too. */
final class Instance implements AutoCloseable {

  static final String SECRET = "of the faults";

  private static final Path JAR = Path.of("target", "strikewire.jar").toAbsolutePath();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path data;
  private final int port;
  private final int databasePort;
  private Process process;

  private Instance(Path data, int port, int databasePort) {
    this.data = data;
    this.port = port;
    this.databasePort = databasePort;
  }

  /** Starts it and does not wait. */
  static Instance launch(Path data, int databasePort, Instant clock) throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Files.createDirectories(data);
      Instance instance = new Instance(data, free.getLocalPort(), databasePort);
      free.close();
      instance.startAgain(clock);
      return instance;
    }
  }

  void startAgain(Instant clock) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java,
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            JAR.toString(),
            "--port",
            Integer.toString(port),
            "--data",
            data.toString());
    builder.environment().put("STRIKEWIRE_CLOCK", clock.toString());
    builder.environment().put("WEBHOOK_SECRET", SECRET);
    builder.environment().put("MAX_TOTAL_EXPOSURE", "1000000000");
    builder
        .environment()
        .put(
            "DATABASE_URL", "postgres://postgres:postgres@127.0.0.1:" + databasePort + "/postgres");
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("console.log").toFile()))
            .start();
  }

  /** Waits until it answers; one that gave up because its database broke away is started again. */
  void awaitHealth(Clock clock) throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (!healthy()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("does not start, see " + data);
      }
      if (!process.isAlive()) {
        startAgain(clock.instant());
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
  }

  private boolean healthy() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/health")).timeout(Duration.ofSeconds(5)).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** What its clock says. */
  Instant now() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri("/health")).build();
    String health = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return Instant.parse(health.replaceAll("(?s).*\"timestamp\":\"([^\"]+)\".*", "$1"));
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGSTOP, and SIGCONT after a while. */
  void pause(Duration length) throws IOException, InterruptedException {
    signal("STOP");
    TimeUnit.MILLISECONDS.sleep(length.toMillis());
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
