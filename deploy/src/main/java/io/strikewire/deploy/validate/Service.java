package io.strikewire.deploy.validate;

import io.strikewire.payload.JsonReader;
import io.strikewire.payload.Payload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * A running service, as its callers see it.
 *
 * @param base {@code https://host} without a slash at its end
 * @param key opens what is not public; empty in development
 * @param metricsToken for metrics, if they need one
 * @param signer signs a body
 */
record Service(
    HttpClient http,
    String base,
    Optional<String> key,
    Optional<String> metricsToken,
    UnaryOperator<String> signer,
    JsonReader json) {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** An answer. */
  record Answer(int status, String body, double ms) {}

  Answer get(String path, String accept) throws IOException, InterruptedException {
    return send(request(path).header("Accept", accept).GET());
  }

  /** The object under an address; an empty one when there is none. */
  Payload object(String path) throws IOException, InterruptedException {
    Answer answer = get(path, "application/json");
    try {
      return json.object(answer.body().getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notJson) {
      return Payload.EMPTY;
    }
  }

  /** The list under an address, as the items of an object; an empty one when there is none. */
  Payload list(String path) throws IOException, InterruptedException {
    String wrapped = "{\"items\":" + get(path, "application/json").body() + '}';
    try {
      return json.object(wrapped.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notJson) {
      return Payload.EMPTY;
    }
  }

  /** The answer to a signed alert; an empty one when it cannot be read. */
  Payload alert(String body) throws IOException, InterruptedException {
    Answer answer =
        send(
            request("/webhook")
                .header("Content-Type", "application/json")
                .header("x-signature", signer.apply(body))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    try {
      return json.object(answer.body().getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notJson) {
      return Payload.EMPTY;
    }
  }

  /** Completes when the page's stream tells of a signal. */
  CompletableFuture<Boolean> toldOfASignal() {
    return http.sendAsync(
            request("/live").header("Accept", "text/event-stream").GET().build(),
            HttpResponse.BodyHandlers.ofLines())
        .thenApply(
            stream ->
                stream.statusCode() == 200
                    && stream.body().anyMatch(line -> line.equals("event: signal")));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    if (path.startsWith("/metrics")) {
      metricsToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
    } else if (!path.startsWith("/webhook") && !path.startsWith("/health")) {
      key.ifPresent(shown -> request.header("X-API-Key", shown));
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.body(), (System.nanoTime() - began) / 1e6);
  }
}
