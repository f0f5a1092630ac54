package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.deploy.framing.AmbiguousRequests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Raw bytes at the door: what could hide a second request, and what never comes to its end. */
@ExtendWith(SharedStrikewire.class)
class FramingIT {

  private final RunningStrikewire strikewire;

  FramingIT(Alerts alerts) {
    this.strikewire = alerts.strikewire();
  }

  @Test
  void no_ambiguous_request_is_accepted_and_no_hidden_one_is_answered() throws Exception {
    String hidden = honest(alert("framing-hidden"), "close");
    List<String> wrong = new ArrayList<>();
    for (AmbiguousRequests request : AmbiguousRequests.ALL) {
      byte[] alert = alert("framing-outer");
      String said = said(request.with(alert, signature(alert), hidden));
      boolean refused = said.startsWith("HTTP/1.1 400 ") && said.lastIndexOf("HTTP/1.1 ") == 0;
      if (!refused) {
        wrong.add(request.name() + ": " + said);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(stored("framing-")).isZero();
  }

  @Test
  void a_hidden_request_after_a_sound_one_on_the_same_connection_is_not_answered_either()
      throws Exception {
    byte[] alert = alert("framing-second");
    String sound = "GET /health/live HTTP/1.1\r\nHost: a.example\r\n\r\n";
    byte[] ambiguous =
        AmbiguousRequests.named("length and chunks")
            .with(alert, signature(alert), honest(alert, "close"));
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(sound.getBytes(StandardCharsets.ISO_8859_1));
    both.writeBytes(ambiguous);
    assertThat(said(both.toByteArray())).doesNotContain("ACCEPTED");
    assertThat(stored("framing-second")).isZero();
  }

  @Test
  void sound_requests_with_a_length_and_in_chunks_are_accepted_on_one_connection()
      throws Exception {
    byte[] counted = alert("sound-counted");
    byte[] inChunks = alert("sound-chunked");
    String chunked =
        "POST /webhook HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\nx-signature: "
            + signature(inChunks)
            + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n"
            + text(inChunks).substring(0, 5)
            + "\r\n"
            + Integer.toHexString(inChunks.length - 5)
            + "\r\n"
            + text(inChunks).substring(5)
            + "\r\n0\r\n\r\n";
    String said =
        said((honest(counted, "keep-alive") + chunked).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(said.split("\"ACCEPTED\"", -1)).as(said).hasSize(3);
  }

  @Test
  void whoever_sends_a_byte_now_and_then_is_cut_within_ten_seconds() throws Exception {
    String[] begun = {
      "",
      "POST /webhook HT",
      "POST /webhook HTTP/1.1\r\nHost: a.example\r\nContent-Length: 900\r\n\r\n{"
    };
    List<Socket> slow = new ArrayList<>();
    for (String beginning : begun) {
      Socket socket = connect();
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
      slow.add(socket);
    }
    long began = System.nanoTime();
    for (Socket socket : slow) {
      said(socket);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
  }

  private byte[] alert(String strategy) {
    return """
        {"symbol":"SPY","direction":"CALL","timeframe":"5m","strategy":"%s"}"""
        .formatted(strategy)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private String honest(byte[] alert, String connection) throws Exception {
    return "POST /webhook HTTP/1.1\r\nHost: a.example\r\nConnection: "
        + connection
        + "\r\nContent-Length: "
        + alert.length
        + "\r\nx-signature: "
        + signature(alert)
        + "\r\n\r\n"
        + text(alert);
  }

  private String signature(byte[] alert) throws Exception {
    return RunningStrikewire.signature(strikewire.secret(), alert);
  }

  private static String text(byte[] alert) {
    return new String(alert, StandardCharsets.ISO_8859_1);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", strikewire.port());
    socket.setSoTimeout(12_000);
    return socket;
  }

  /** Everything that comes back until the server hangs up. */
  private String said(byte[] request) throws IOException {
    Socket socket = connect();
    OutputStream out = socket.getOutputStream();
    out.write(request);
    out.flush();
    return said(socket);
  }

  private static String said(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (socket) {
      InputStream in = socket.getInputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        all.write(next);
      }
    } catch (SocketException reset) {
      return all.toString(StandardCharsets.ISO_8859_1);
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  private long stored(String strategy) throws Exception {
    try (Connection connection = DriverManager.getConnection(strikewire.jdbcUrl());
        Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "SELECT count(*) FROM signals WHERE body LIKE '%" + strategy + "%'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
