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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;

/** The built jar as a process of its own, on loopback. */
final class RunningStrikewire implements AutoCloseable {

  /** A Monday morning on which the exchange is open. */
  static final String MONDAY = "2026-11-23T15:00:00Z";

  /** A process that lives for seconds does not earn back what its second compiler costs: half. */
  static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final Path JAR = Path.of("target", "strikewire.jar").toAbsolutePath();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private final int port;
  private final Map<String, String> environment;
  private final List<String> options;
  private Process process;
  private Optional<ProcessHandle> successor = Optional.empty();

  private RunningStrikewire(
      Path data, int port, Map<String, String> environment, List<String> options) {
    this.options = options;
    this.data = data;
    this.port = port;
    this.environment = environment;
  }

  /** Starts it with these variables and waits until it answers. */
  static RunningStrikewire start(Path data, Map<String, String> environment, String... options)
      throws IOException {
    Files.createDirectories(data);
    RunningStrikewire running =
        new RunningStrikewire(data, freePort(), environment, List.of(options));
    running.startAgain();
    return running;
  }

  static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  /** Runs it to its end with these arguments. */
  static Ended run(Map<String, String> environment, String... arguments) throws Exception {
    Path output = Files.createTempFile("strikewire", ".log");
    Process process = launch(output, environment, arguments);
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("does not end: " + Files.readString(output));
    }
    String said = Files.readString(output);
    Files.delete(output);
    return new Ended(process.exitValue(), said);
  }

  /** How a process ended, and all that it said. */
  record Ended(int code, String said) {}

  void startAgain() throws IOException {
    startAgain(Map.of());
  }

  /** With these variables besides the first ones. */
  void startAgain(Map<String, String> more) throws IOException {
    Map<String, String> variables = new HashMap<>(environment);
    variables.putAll(more);
    begin(variables);
    awaitHealth();
  }

  private void begin(Map<String, String> variables) throws IOException {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
    process = launch(data.resolve("console.log"), variables, arguments.toArray(String[]::new));
  }

  /** Starts it once more and does not wait. */
  void startUnattended() throws IOException {
    begin(environment);
  }

  private static Process launch(Path output, Map<String, String> variables, String... arguments)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(SHORT_LIVED);
    builder.command().addAll(List.of("-jar", JAR.toString()));
    builder.command().addAll(List.of(arguments));
    builder.environment().remove("DATABASE_URL");
    builder.environment().putAll(variables);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }

  /** SIGKILL: no hook runs, nothing is said good-bye to. */
  void killHard() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /**
   * Lets something else stop it and start another in its place, which is then this one; all that it
   * said.
   */
  String stopFor(ProcessBuilder other) throws IOException, InterruptedException {
    Path said = Files.createTempFile("strikewire", ".log");
    Process work = other.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!work.waitFor(4, TimeUnit.MINUTES) || work.exitValue() != 0) {
      throw new IllegalStateException("failed: " + Files.readString(said));
    }
    successor = ProcessHandle.of(Long.parseLong(Files.readString(data.resolve("pid")).strip()));
    String told = Files.readString(said);
    Files.delete(said);
    return told;
  }

  /** SIGTERM; the exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("does not stop");
    }
    return process.exitValue();
  }

  long pid() {
    return successor.map(ProcessHandle::pid).orElseGet(process::pid);
  }

  int port() {
    return port;
  }

  Path data() {
    return data;
  }

  String secret() throws IOException {
    return Files.readString(data.resolve("webhook-secret")).strip();
  }

  /** The embedded database, for looking at what is stored. */
  String jdbcUrl() throws IOException {
    String pgPort = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
    return "jdbc:postgresql://127.0.0.1:" + pgPort + "/postgres?user=postgres&password=postgres";
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return http.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> signed(String body) throws Exception {
    return signed("/webhook", body.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  HttpResponse<String> signed(String path, byte[] body, String type) throws Exception {
    return post(path, body, "content-type", type, "x-signature", signature(secret(), body));
  }

  HttpResponse<String> post(String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    return http.send(
        request(path, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(30));
    return headers.length == 0 ? request : request.headers(headers);
  }

  static String signature(String secret, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The first answer at all has to be a 200: before that, nobody is let in. */
  private void awaitHealth() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(this::answers);
  }

  private boolean answers() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "ended with "
              + process.exitValue()
              + ": "
              + Files.readString(data.resolve("console.log")));
    }
    int status = get("/health").statusCode();
    if (status != 200) {
      throw new IllegalStateException("the first answer of /health was " + status);
    }
    return true;
  }

  @Override
  public void close() throws InterruptedException {
    if (process.isAlive()) {
      stop();
    }
    successor.ifPresent(RunningStrikewire::end);
  }

  private static void end(ProcessHandle other) {
    other.destroy();
    other.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
