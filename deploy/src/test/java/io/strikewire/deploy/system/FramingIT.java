package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.deploy.framing.AmbiguousRequests;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Raw bytes at the door: what could hide a second request, and what never comes to its end. */
@ExtendWith(SharedStrikewire.class)
class FramingIT {

  private final RunningStrikewire strikewire;
  private final RawRequests raw;

  FramingIT(Alerts alerts) {
    this.strikewire = alerts.strikewire();
    this.raw = new RawRequests(strikewire);
  }

  @Test
  void no_ambiguous_request_is_accepted_and_no_hidden_one_is_answered() throws Exception {
    String hidden = honest(alert("framing-hidden"), "close");
    List<String> wrong = new ArrayList<>();
    for (AmbiguousRequests request : AmbiguousRequests.ALL) {
      byte[] alert = alert("framing-outer");
      String said = raw.said(request.with(alert, signature(alert), hidden));
      boolean refused = said.startsWith("HTTP/1.1 400 ") && said.lastIndexOf("HTTP/1.1 ") == 0;
      if (!refused) {
        wrong.add(request.name() + ": " + said);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(raw.stored("framing-")).isZero();
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
    assertThat(raw.said(both.toByteArray())).doesNotContain("ACCEPTED");
    assertThat(raw.stored("framing-second")).isZero();
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
        raw.said((honest(counted, "keep-alive") + chunked).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(said.split("\"ACCEPTED\"", -1)).as(said).hasSize(3);
    assertThat(said).doesNotContain("Payara").doesNotContain("Server:");
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
      Socket socket = raw.connect();
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
      slow.add(socket);
    }
    long began = System.nanoTime();
    for (Socket socket : slow) {
      RawRequests.said(socket);
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
}
