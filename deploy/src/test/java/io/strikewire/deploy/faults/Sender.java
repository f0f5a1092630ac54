package io.strikewire.deploy.faults;

import io.strikewire.deploy.faults.Journal.Promise;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends signals to all instances, and each again and again until it is promised or time is up. */
final class Sender implements Runnable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern RESULT =
      Pattern.compile(
          "\"status\":\"(ACCEPTED|DUPLICATE)\"[^{}]*?\"correlation_id\":\"([0-9a-f-]{36})\"");

  private final List<Instance> instances;
  private final Journal journal;
  private final Clock clock;
  private final AtomicLong numbers;
  private final AtomicBoolean stop;
  private final Random random;
  private final int batch;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /**
   * A sender.
   *
   * @param clock the instances' own
   * @param numbers gives each signal its number
   * @param batch signals in one request
   */
  Sender(
      List<Instance> instances,
      Journal journal,
      Clock clock,
      AtomicLong numbers,
      AtomicBoolean stop,
      long seed,
      int batch) {
    this.instances = instances;
    this.journal = journal;
    this.clock = clock;
    this.numbers = numbers;
    this.stop = stop;
    this.random = new Random(seed);
    this.batch = batch;
  }

  @Override
  public void run() {
    while (!stop.get()) {
      List<Long> mine = IntStream.range(0, batch).mapToObj(i -> numbers.incrementAndGet()).toList();
      List<String> signals = mine.stream().map(this::signal).toList();
      String body =
          batch == 1 ? signals.get(0) : "{\"signals\":[" + String.join(",", signals) + "]}";
      try {
        until(mine, body);
      } catch (InterruptedException stopped) {
        return;
      } catch (IOException journalBroken) {
        throw new IllegalStateException(journalBroken);
      }
    }
  }

  private void until(List<Long> mine, String body) throws IOException, InterruptedException {
    for (int attempt = 0; !stop.get(); attempt++) {
      Instance instance = instances.get((int) ((mine.get(0) + attempt) % instances.size()));
      try {
        HttpResponse<String> answer =
            send(instance, batch == 1 ? "/webhook" : "/webhook/batch", body);
        if (answer.statusCode() == 200) {
          journal.write(promises(mine, answer.body()));
          return;
        }
        // 404, or the server's own 503: it is up and the application is not there yet.
        boolean ours = !answer.body().isEmpty();
        boolean later =
            answer.statusCode() == 503
                && (!ours || answer.headers().firstValue("retry-after").isPresent());
        if (!later && answer.statusCode() != 404) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
      } catch (IOException noAnswer) {
        // What became of it is not known: the same again.
        Thread.sleep(20);
      }
      Thread.sleep(30 + random.nextInt(70));
    }
  }

  private HttpResponse<String> send(Instance instance, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(instance.uri(path))
            .header("content-type", "application/json")
            .header("x-signature", sign(body))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Reports a calm market, so that signals become positions. */
  void context() throws IOException, InterruptedException {
    String body =
        """
        {"type":"CONTEXT","ticker":"SPY","price":502.1,"timestamp":"%s","timeframe":"1h",
         "volatility":{"vix":14.8,"vix_regime":"NORMAL"},
         "market":{"spy_trend":"BULLISH","market_bias":"BULLISH"}}
        """
            .formatted(clock.instant());
    until(body);
  }

  private void until(String body) throws IOException, InterruptedException {
    int status = 503;
    while (status == 503 || status == 404) {
      try {
        status = send(instances.get(0), "/webhook", body).statusCode();
      } catch (IOException noAnswer) {
        Thread.sleep(500);
      }
    }
    if (status != 200) {
      throw new IllegalStateException("a report on the market was answered " + status);
    }
  }

  private static List<Promise> promises(List<Long> mine, String body) {
    List<Promise> promises = new ArrayList<>();
    Matcher result = RESULT.matcher(body);
    while (result.find()) {
      promises.add(
          new Promise(
              mine.get(promises.size()), result.group(1), UUID.fromString(result.group(2))));
    }
    if (promises.size() != mine.size()) {
      throw new IllegalStateException("not an answer to " + mine.size() + " signals: " + body);
    }
    return promises;
  }

  private String signal(long number) {
    Instant at = clock.instant();
    return ("{\"source\":\"TradingView\",\"symbol\":\"%s\",\"direction\":\"%s\",\"timeframe\":\"5m\","
            + "\"timestamp\":\"%s\",\"strike\":500,\"expiration\":\"2026-12-18\",\"premium\":0.05,"
            + "\"n\":%d}")
        .formatted(ticker(), random.nextBoolean() ? "CALL" : "PUT", at, number);
  }

  private String ticker() {
    StringBuilder ticker = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      ticker.append((char) ('A' + random.nextInt(26)));
    }
    return ticker.toString();
  }

  private static String sign(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Instance.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
