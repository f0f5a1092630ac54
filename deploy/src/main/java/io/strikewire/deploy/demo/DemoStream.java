package io.strikewire.deploy.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays the recorded day into a running service, as a sender outside of it would. */
public final class DemoStream implements Runnable {

  private static final System.Logger LOG = System.getLogger(DemoStream.class.getName());
  private static final Duration BETWEEN_CHAINS = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI service;
  private final Duration pace;
  private final UnaryOperator<String> signature;

  private static final Pattern TIME = Pattern.compile("\"timestamp\":\"([^\"]+)\"");

  /**
   * A stream that has not begun.
   *
   * @param service the service's address
   * @param signature the hexadecimal signature of a body
   */
  public DemoStream(URI service, Duration pace, UnaryOperator<String> signature) {
    this.service = service;
    this.pace = pace;
    this.signature = signature;
  }

  /** Begins; it ends with the process. */
  public void start() {
    Thread thread = new Thread(this, "demo");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    Instant chains = Instant.MIN;
    for (int number = 0; ; number++) {
      try {
        Instant now = serviceTime();
        if (chains.isBefore(now.minus(BETWEEN_CHAINS))) {
          for (String symbol : RecordedDay.SYMBOLS) {
            send("/gex/chains?symbol=" + symbol, "text/csv", RecordedDay.chain(symbol, now));
          }
          chains = now;
        }
        String alert = RecordedDay.alert(number, serviceTime());
        send("/webhook", "application/json", alert.getBytes(StandardCharsets.UTF_8));
        Thread.sleep(pace.toMillis());
      } catch (IOException unanswered) {
        LOG.log(System.Logger.Level.WARNING, "the demo goes on after a failure", unanswered);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What time it is for the service, whose clock runs through the recorded day. */
  private Instant serviceTime() throws IOException, InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(service.resolve("/health")).timeout(PATIENCE).build();
    String health = http.send(question, HttpResponse.BodyHandlers.ofString()).body();
    Matcher time = TIME.matcher(health);
    if (!time.find()) {
      throw new IOException("/health names no time: " + health);
    }
    return Instant.parse(time.group(1));
  }

  private void send(String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(path))
            .timeout(PATIENCE)
            .header("content-type", type)
            .header("x-signature", signature.apply(new String(body, StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the demo was answered {0}: {1}",
          answer.statusCode(),
          answer.body());
    }
  }
}
