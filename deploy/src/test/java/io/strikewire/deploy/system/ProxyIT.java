package io.strikewire.deploy.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import io.strikewire.deploy.framing.AmbiguousRequests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/proxy/nginx.conf} in the machine's own nginx, in front of the service. */
@ExtendWith(SharedStrikewire.class)
class ProxyIT {

  private static final Path NGINX = Path.of("/usr/sbin/nginx");

  /** What nginx does not refuse: it passes on, with a length of its own, what it took it for. */
  private static final Set<String> MADE_PLAIN =
      Set.of(
          "a Host with a user",
          "a bare line feed after a field",
          "a bare line feed in the request line",
          "a bare line feed hides a coding",
          "an empty line before the request",
          "two spaces in the request line",
          "another version",
          "an absolute target",
          "a chunk with an extension",
          "a chunk size with a bare line feed",
          "chunk data with a bare line feed",
          "a chunk size with a space",
          "a trailer");

  private final Alerts alerts;
  private final HttpClient http = HttpClient.newBuilder().sslContext(TrustsAll.context()).build();
  @TempDir private Path home;
  private int port;
  private Process nginx;

  ProxyIT(Alerts alerts) {
    this.alerts = alerts;
  }

  @BeforeEach
  void start() throws Exception {
    assumeTrue(
        Files.isExecutable(NGINX), "the proxy's recipe is not tested: this machine has no nginx");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=alerts.example.com",
        "-keyout",
        home.resolve("key.pem").toString(),
        "-out",
        home.resolve("certificate.pem").toString());
    String recipe =
        Files.readString(Path.of("proxy/nginx.conf"))
            .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
            .replaceAll("/etc/letsencrypt\\S*fullchain.pem", home + "/certificate.pem")
            .replaceAll("/etc/letsencrypt\\S*privkey.pem", home + "/key.pem")
            .replace("127.0.0.1:8080", "127.0.0.1:" + alerts.strikewire().port())
            .replace("/var/log/nginx", home.toString());
    Path settings = home.resolve("nginx.conf");
    Files.writeString(
        settings,
        """
        daemon off;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        events {}
        http {
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
        %2$s
        }
        """
            .formatted(home, recipe));
    nginx =
        new ProcessBuilder(NGINX.toString(), "-p", home.toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("said.log").toFile())
            .start();
    await()
        .atMost(Duration.ofSeconds(10))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> ask("/health").statusCode() == 200);
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (nginx != null) {
      nginx.destroy();
      nginx.waitFor();
    }
  }

  @Test
  void alerts_come_through_tls_and_no_token_is_in_the_proxys_log() throws Exception {
    alerts.report(14.8);
    byte[] entry = alerts.entry("XLU", ",\"premium\":2.1").getBytes(UTF_8);
    HttpResponse<String> signed = post("/webhook", entry, "x-signature", signature(entry));
    assertThat(signed.statusCode()).as(signed.body()).isEqualTo(200);
    alerts.decided(JsonPath.from(signed.body()).getString("correlation_id"));

    RunningStrikewire.Ended made =
        RunningStrikewire.run(
            Map.of(),
            "token",
            "create",
            "--source",
            "TradingView",
            "--data",
            alerts.strikewire().data().toString());
    String path =
        made.said().lines().filter(line -> line.startsWith("path: ")).findFirst().orElseThrow();
    String secret = path.substring("path: ".length());
    byte[] alert = Alerts.entryAt("XLP", alerts.now(), "").getBytes(UTF_8);
    assertThat(post(secret, alert).statusCode()).isEqualTo(200);
    assertThat(Files.readString(home.resolve("strikewire.log")))
        .contains("/health")
        .doesNotContain("swt_");
  }

  @Test
  void what_is_ambiguous_is_refused_or_made_plain_and_the_service_sees_no_more_than_nginx_did()
      throws Exception {
    List<String> wrong = new ArrayList<>();
    int accepted = 0;
    for (AmbiguousRequests request : AmbiguousRequests.ALL) {
      byte[] outer = alert(request.name() + " outer");
      byte[] hidden = alert(request.name() + " hidden");
      String second =
          "POST /webhook HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n"
              + "Content-Type: application/json\r\nContent-Length: "
              + hidden.length
              + "\r\nx-signature: "
              + signature(hidden)
              + "\r\n\r\n"
              + new String(hidden, UTF_8);
      try (Socket socket = TrustsAll.context().getSocketFactory().createSocket("127.0.0.1", port)) {
        socket.setSoTimeout(12_000);
        socket.getOutputStream().write(request.with(outer, signature(outer), second));
        String said = RawRequests.said(socket);
        int answers = said.split("HTTP/1\\.1 ", -1).length - 1;
        accepted += said.split("\"ACCEPTED\"", -1).length - 1;
        boolean refused = answers <= 1 && !said.startsWith("HTTP/1.1 2");
        if (refused == MADE_PLAIN.contains(request.name()) || answers > 2) {
          wrong.add(request.name() + ": " + said);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(new RawRequests(alerts.strikewire()).stored("through the proxy"))
        .isEqualTo(accepted);
  }

  private byte[] alert(String note) throws Exception {
    return alerts.entry("XLK", ",\"note\":\"through the proxy: " + note + "\"").getBytes(UTF_8);
  }

  private String signature(byte[] body) throws Exception {
    return RunningStrikewire.signature(alerts.strikewire().secret(), body);
  }

  @Test
  void a_service_that_is_not_there_yet_makes_senders_repeat() throws Exception {
    HttpResponse<String> answer = post("/webhook-of-no-application", new byte[0]);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).contains("5");
  }

  private HttpResponse<String> ask(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, byte[] body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return http.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }

  private void run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("openssl.log").toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(home.resolve("openssl.log"))).isZero();
  }
}
