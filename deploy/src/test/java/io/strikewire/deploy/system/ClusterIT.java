package io.strikewire.deploy.system;

import static io.strikewire.deploy.system.RunningStrikewire.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances on one database, joined by the data grid on loopback. */
@Tag("cluster")
class ClusterIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path data;

  @Test
  void what_one_instance_decides_is_shown_on_the_pages_of_both() throws Exception {
    String first = "127.0.0.1:" + RunningStrikewire.freePort();
    String second = "127.0.0.1:" + RunningStrikewire.freePort();
    try (RunningStrikewire one =
            RunningStrikewire.start(
                data.resolve("one"),
                Map.of("STRIKEWIRE_CLOCK", MONDAY),
                "--cluster",
                first + ',' + second);
        RunningStrikewire other =
            RunningStrikewire.start(
                data.resolve("other"),
                Map.of(
                    "STRIKEWIRE_CLOCK",
                    MONDAY,
                    "WEBHOOK_SECRET",
                    one.secret(),
                    "DATABASE_URL",
                    one.jdbcUrl().replace("jdbc:", "")),
                "--cluster",
                second + ',' + first)) {
      assertThat(OpenSockets.of(one.pid()))
          .containsExactlyInAnyOrder("loopback:" + one.port(), loopback(first));
      assertThat(OpenSockets.of(other.pid()))
          .containsExactlyInAnyOrder("loopback:" + other.port(), loopback(second));
      List<String> told = follow(one);
      List<String> toldOther = follow(other);
      Alerts alerts = new Alerts(one);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                String id = alerts.accepted(alerts.entry("SPY", ",\"note\":" + System.nanoTime()));
                alerts.decided(id);
                assertThat(told).anyMatch(line -> line.contains(id));
                assertThat(toldOther).anyMatch(line -> line.contains(id));
              });
    }
  }

  private static String loopback(String member) {
    return "loopback" + member.substring(member.indexOf(':'));
  }

  /** The lines of an instance's live stream, as they come. */
  private static List<String> follow(RunningStrikewire strikewire) {
    List<String> lines = new CopyOnWriteArrayList<>();
    Consumer<Stream<String>> reader = stream -> stream.forEach(lines::add);
    HttpClient.newHttpClient()
        .sendAsync(
            HttpRequest.newBuilder(URI.create(strikewire.url() + "/live")).build(),
            HttpResponse.BodyHandlers.ofLines())
        .thenAccept(answer -> reader.accept(answer.body()));
    await().atMost(PATIENCE).until(() -> !lines.isEmpty());
    return lines;
  }
}
