package io.strikewire.deploy.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/** The built jar as a process of its own, on loopback. */
final class RunningStrikewire implements AutoCloseable {

  private static final Path JAR = Path.of("target", "strikewire.jar").toAbsolutePath();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path data;
  private final int port;
  private Process process;

  private RunningStrikewire(Path data, int port, Process process) {
    this.data = data;
    this.port = port;
    this.process = process;
  }

  static RunningStrikewire start(Path data, String clock) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    RunningStrikewire running = new RunningStrikewire(data, port, launch(data, port, clock));
    running.awaitHealth();
    return running;
  }

  private static Process launch(Path data, int port, String clock) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR.toString(),
            "--port",
            Integer.toString(port),
            "--data",
            data.toString());
    builder.environment().put("STRIKEWIRE_CLOCK", clock);
    builder.environment().remove("DATABASE_URL");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("console.log").toFile()))
        .start();
  }

  void killHard() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  void startAgain(String clock) throws IOException {
    process = launch(data, port, clock);
    awaitHealth();
  }

  /** SIGTERM; the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("does not stop");
    }
    return process.exitValue();
  }

  String jdbcUrl() throws IOException {
    String pgPort = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
    return "jdbc:postgresql://127.0.0.1:" + pgPort + "/postgres?user=postgres&password=postgres";
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> signed(String body) throws Exception {
    return signed("/webhook", body);
  }

  HttpResponse<String> signed(String path, String body) throws Exception {
    String secret = Files.readString(data.resolve("webhook-secret")).strip();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return post(
        path, body, HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))));
  }

  HttpResponse<String> post(String body, String signature)
      throws IOException, InterruptedException {
    return post("/webhook", body, signature);
  }

  private HttpResponse<String> post(String path, String body, String signature)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(uri(path))
            .header("content-type", "application/json")
            .header("x-signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .timeout(Duration.ofSeconds(20))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private void awaitHealth() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(300))
        .ignoreExceptions()
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new IllegalStateException("ended with " + process.exitValue());
              }
              return get("/health").statusCode() == 200;
            });
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      stop();
    }
  }
}
