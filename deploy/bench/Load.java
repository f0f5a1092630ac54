import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends signed signals, each different, from one thread over kept connections, and prints one line
 * of JSON. Run it as {@code java deploy/bench/Load.java port=8080 secret=… connections=16 seconds=5}.
 *
 * <p>{@code rate=0} (the default) is a closed loop: each connection sends when its answer came. Any
 * other rate is an open loop: a signal is due every 1/rate seconds, whether or not answers come, and
 * its latency counts from when it was due. {@code batch=N} puts N signals into each request. {@code
 * ports=8080,8081} spreads the connections over several instances. {@code symbols=N} is how many
 * underlyings take turns; {@code most=N} ends the run after N accepted signals. {@code path=}
 * is another address for single signals, such as a token's. {@code prepared=N}
 * requests are made and signed before the first is sent, so that the service's processor is not
 * shared with that; when they are used up, more are made one by one.
 */
public final class Load {

  private static final int MOST_DUE = 100_000;
  private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
  private static final byte[] LENGTH = "content-length:".getBytes(US_ASCII);
  private static final byte[] RETRY_AFTER = "retry-after:".getBytes(US_ASCII);
  private static final byte[] ACCEPTED = "\"ACCEPTED\"".getBytes(US_ASCII);

  private final Map<String, String> options;
  private final int batch;
  private final int symbols;
  private final Mac mac;
  private final Instant serviceNow;
  private final long began = System.nanoTime();
  private final Random random;
  private final ArrayDeque<Long> due = new ArrayDeque<>();
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private final ArrayDeque<byte[]> prepared = new ArrayDeque<>();
  private final Tally tally = new Tally();
  private long sequence;

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      options.put(pair[0], pair[1]);
    }
    new Load(options).run();
  }

  private Load(Map<String, String> options) throws Exception {
    this.options = options;
    this.batch = number("batch", 1);
    this.symbols = number("symbols", 400);
    this.random = new Random(number("seed", 1));
    this.sequence = System.currentTimeMillis() % 1_000_000_000L * 1000;
    this.mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(bytes(options.getOrDefault("secret", "s3cret")), "HmacSHA256"));
    this.serviceNow = serviceNow(ports()[0]);
  }

  private int number(String name, int usual) {
    return Integer.parseInt(options.getOrDefault(name, Integer.toString(usual)));
  }

  private int[] ports() {
    String list = options.getOrDefault("ports", options.getOrDefault("port", "8080"));
    return Arrays.stream(list.split(",")).mapToInt(Integer::parseInt).toArray();
  }

  /** The service's own clock, which may have been set. */
  private static Instant serviceNow(int port) throws Exception {
    String health =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build(),
                BodyHandlers.ofString())
            .body();
    return Instant.parse(health.replaceAll("(?s).*\"timestamp\":\"([^\"]+)\".*", "$1"));
  }

  private void run() throws IOException {
    int[] ports = ports();
    double seconds = Double.parseDouble(options.getOrDefault("seconds", "5"));
    double warmUp = Double.parseDouble(options.getOrDefault("warmup", "0"));
    double rate = Double.parseDouble(options.getOrDefault("rate", "0")) / batch;
    Selector selector = Selector.open();
    int connections = number("connections", 16);
    for (int i = 0; i < connections; i++) {
      idle.add(new Connection(selector, ports[i % ports.length]));
    }
    for (int i = number("prepared", 0); i > 0; i--) {
      prepared.add(request());
    }
    double cpuBefore = cpu();
    long start = System.nanoTime();
    long counted = start + (long) (warmUp * 1e9);
    long end = counted + (long) (seconds * 1e9);
    long sent = 0;
    long most = number("most", Integer.MAX_VALUE);
    while (System.nanoTime() < end && tally.accepted < most) {
      long now = System.nanoTime();
      while (rate > 0 && (now - start) * rate / 1e9 > sent && due.size() < MOST_DUE) {
        due.add(start + (long) (sent++ * 1e9 / rate));
      }
      while (!idle.isEmpty() && (rate == 0 || !due.isEmpty())) {
        idle.poll().send(rate == 0 ? now : due.poll());
      }
      selector.select(rate > 0 ? 1 : 100);
      for (SelectionKey key : selector.selectedKeys()) {
        ((Connection) key.attachment()).read(counted);
      }
      selector.selectedKeys().clear();
    }
    double took = (Math.min(System.nanoTime(), end) - counted) / 1e9;
    tally.print(took, due.size(), cpu() - cpuBefore);
  }

  private static double cpu() {
    return ProcessHandle.current().info().totalCpuDuration().get().toMillis() / 1000.0;
  }

  private byte[] request() {
    String body;
    String path;
    if (batch == 1) {
      path = options.getOrDefault("path", "/webhook");
      body = signal();
    } else {
      path = "/webhook/batch";
      StringBuilder list = new StringBuilder("{\"signals\":[");
      for (int i = 0; i < batch; i++) {
        list.append(i == 0 ? "" : ",").append(signal());
      }
      body = list.append("]}").toString();
    }
    String head =
        "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nx-signature: "
            + HexFormat.of().formatHex(mac.doFinal(bytes(body)))
            + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
    return bytes(head + body);
  }

  private String signal() {
    long n = sequence++;
    int which = random.nextInt(symbols);
    Instant at = serviceNow.plusNanos(System.nanoTime() - began);
    return "{\"source\":\"TradingView\",\"symbol\":\"T" + (char) ('A' + which % 26) + which
        + "\",\"direction\":\"" + (random.nextBoolean() ? "CALL" : "PUT")
        + "\",\"timeframe\":\"5m\",\"timestamp\":\"" + at
        + "\",\"strike\":500,\"expiration\":\"2026-12-18\",\"premium\":0.05"
        + ",\"metadata\":{\"score\":85,\"confidence\":0.85,\"n\":" + n + "}}";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  /** One kept connection with at most one request under way. */
  private final class Connection {
    private final Selector selector;
    private final int port;
    private final ByteBuffer in = ByteBuffer.allocate(256 * 1024);
    private SocketChannel channel;
    private long since;
    private boolean waiting;

    Connection(Selector selector, int port) throws IOException {
      this.selector = selector;
      this.port = port;
      connect();
    }

    private void connect() throws IOException {
      channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      channel.socket().setTcpNoDelay(true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(long from) throws IOException {
      since = from;
      waiting = true;
      byte[] next = prepared.poll();
      ByteBuffer out = ByteBuffer.wrap(next == null ? request() : next);
      while (out.hasRemaining()) {
        channel.write(out);
      }
    }

    void read(long counted) throws IOException {
      if (channel.read(in) < 0) {
        channel.close();
        connect();
        in.clear();
        if (waiting) {
          waiting = false;
          tally.broken++;
          idle.add(this);
        }
        return;
      }
      int head = indexOf(in.array(), in.position(), END, 0);
      if (head < 0 || in.position() < head + END.length + length(in.array(), head)) {
        return;
      }
      long now = System.nanoTime();
      if (now >= counted) {
        tally.add(in.array(), in.position(), head, (now - since) / 1000);
      }
      in.clear();
      waiting = false;
      idle.add(this);
    }

    private static int length(byte[] answer, int head) {
      int at = indexOf(answer, head, LENGTH, 0);
      if (at < 0) {
        throw new IllegalStateException("no content-length in " + new String(answer, 0, head, US_ASCII));
      }
      int length = 0;
      for (int i = at + LENGTH.length; answer[i] != '\r'; i++) {
        length = answer[i] == ' ' ? length : length * 10 + answer[i] - '0';
      }
      return length;
    }
  }

  /** Where {@code what} begins among the first {@code length} bytes, whatever its case; else -1. */
  private static int indexOf(byte[] bytes, int length, byte[] what, int from) {
    for (int at = from; at <= length - what.length; at++) {
      int same = 0;
      while (same < what.length && lower(bytes[at + same]) == lower(what[same])) {
        same++;
      }
      if (same == what.length) {
        return at;
      }
    }
    return -1;
  }

  private static int lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter;
  }

  /** What came back. */
  private static final class Tally {
    private long accepted;
    private long refused;
    private long refusedWithoutRetryAfter;
    private long other;
    private long broken;
    private long[] micros = new long[1 << 20];
    private int answers;

    void add(byte[] answer, int length, int head, long took) {
      int status = (answer[9] - '0') * 100 + (answer[10] - '0') * 10 + answer[11] - '0';
      if (status == 200) {
        accepted += count(answer, length, head);
        if (answers == micros.length) {
          micros = Arrays.copyOf(micros, answers * 2);
        }
        micros[answers++] = took;
      } else if (status == 503) {
        refused++;
        if (indexOf(answer, head, RETRY_AFTER, 0) < 0) {
          refusedWithoutRetryAfter++;
        }
      } else {
        other++;
      }
    }

    private static int count(byte[] answer, int length, int head) {
      int count = 0;
      for (int at = indexOf(answer, length, ACCEPTED, head);
          at >= 0;
          at = indexOf(answer, length, ACCEPTED, at + 1)) {
        count++;
      }
      return count;
    }

    void print(double seconds, int unsent, double cpu) {
      Arrays.sort(micros, 0, answers);
      System.out.printf(
          Locale.ROOT,
          "{\"perSecond\":%.1f,\"accepted\":%d,\"refused\":%d,\"refusedWithoutRetryAfter\":%d,"
              + "\"other\":%d,\"broken\":%d,\"unsent\":%d,\"p50ms\":%.2f,\"p99ms\":%.2f,"
              + "\"maxms\":%.2f,\"generatorCpuSeconds\":%.2f}%n",
          accepted / seconds, accepted, refused, refusedWithoutRetryAfter, other, broken, unsent,
          at(0.5), at(0.99), at(1), cpu);
    }

    private double at(double quantile) {
      return answers == 0 ? 0 : micros[(int) Math.min(answers - 1, quantile * answers)] / 1000.0;
    }
  }
}
