package io.strikewire.deploy.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.strikewire.deploy.boot.JsonLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe that ships logs, run by a real rsyslog, while files fill up and are renamed. */
class LogShippingTest {

  private static final int LINES = 400;
  private static final Path RECIPE = Path.of("logs", "rsyslog.conf").toAbsolutePath();

  @TempDir private Path work;

  @Test
  void every_line_reaches_the_collector_once_and_in_order_across_renamed_files() throws Exception {
    Tools.need("rsyslogd");
    Files.createDirectory(work.resolve("spool"));
    Path log = Files.createFile(work.resolve("strikewire.0.log"));
    Queue<String> received = new ConcurrentLinkedQueue<>();
    try (ServerSocket collector = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread taking = new Thread(() -> take(collector, received));
      taking.start();
      Process shipper = ship(log, collector.getLocalPort());
      try {
        write();
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> received.size() >= LINES || !shipper.isAlive());
        List<String> numbers =
            received.stream().map(line -> JsonPath.from(line).getString("message")).toList();
        assertThat(Files.exists(work.resolve("strikewire.2.log"))).as("renamed twice").isTrue();
        assertThat(numbers)
            .isEqualTo(IntStream.range(0, LINES).mapToObj(LogShippingTest::message).toList());
      } finally {
        shipper.destroy();
        shipper.waitFor(10, TimeUnit.SECONDS);
      }
    }
  }

  private Process ship(Path log, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("rsyslogd", "-n", "-f", RECIPE.toString(), "-i", work + "/pid");
    builder.environment().put("STRIKEWIRE_LOG", log.toString());
    builder.environment().put("COLLECTOR", "127.0.0.1");
    builder.environment().put("COLLECTOR_PORT", Integer.toString(port));
    builder.environment().put("SPOOL", work.resolve("spool").toString());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(work.resolve("rsyslog.log").toFile())
        .start();
  }

  /** As the service writes: the same handler and form, with files that are soon full. */
  private void write() throws Exception {
    FileHandler handler =
        new FileHandler(work.resolve("strikewire.%g.log").toString(), 16_000, 10, true);
    handler.setEncoding("UTF-8");
    handler.setFormatter(new JsonLines());
    for (int i = 0; i < LINES; i++) {
      LogRecord line = new LogRecord(Level.INFO, message(i));
      line.setLoggerName("io.strikewire.test");
      handler.publish(line);
      TimeUnit.MILLISECONDS.sleep(2);
    }
    handler.close();
  }

  /** With what would end or forge a line where it was written as it is. */
  private static String message(int number) {
    return number + " \"quoted\"\nsecond line \u2014 dash";
  }

  private static void take(ServerSocket collector, Queue<String> received) {
    try (Socket shipper = collector.accept();
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(shipper.getInputStream(), StandardCharsets.UTF_8))) {
      lines.lines().forEach(received::add);
    } catch (IOException over) {
      // The test has ended.
    }
  }
}
