import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps {@code connections} senders that never finish: each sends the beginning of a webhook and
 * then a byte a second. Whoever is cut comes back at once. Run it as {@code java
 * deploy/bench/Slow.java port=8080 connections=1000 seconds=20}; prints how many were open on
 * average and how many were cut.
 */
public final class Slow {

  private static final String[] BEGINNINGS = {
    "POST /webhook HTTP/1.1\r\nHost: a",
    "POST /webhook HTTP/1.1\r\nHost: a.example\r\nContent-Length: 60000\r\n\r\n{",
    "POST /webhook HTTP/1.1\r\nHost: a.example\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n{",
  };

  public static void main(String[] arguments) throws Exception {
    int port = 8080;
    int connections = 1000;
    int seconds = 20;
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      switch (pair[0]) {
        case "port" -> port = Integer.parseInt(pair[1]);
        case "connections" -> connections = Integer.parseInt(pair[1]);
        case "seconds" -> seconds = Integer.parseInt(pair[1]);
        default -> throw new IllegalArgumentException(argument);
      }
    }
    List<SocketChannel> open = new ArrayList<>();
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    long sum = 0;
    int rounds = 0;
    int cut = 0;
    while (System.nanoTime() < until) {
      while (open.size() < connections) {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.write(bytes(BEGINNINGS[open.size() % BEGINNINGS.length]));
        channel.configureBlocking(false);
        open.add(channel);
      }
      Thread.sleep(1000);
      sum += open.size();
      rounds++;
      int before = open.size();
      open.removeIf(Slow::isCut);
      cut += before - open.size();
    }
    System.out.printf("{\"openOnAverage\":%d,\"cut\":%d}%n", sum / Math.max(1, rounds), cut);
  }

  private static boolean isCut(SocketChannel channel) {
    try {
      if (channel.read(ByteBuffer.allocate(4096)) < 0) {
        channel.close();
        return true;
      }
      channel.write(bytes(" "));
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
