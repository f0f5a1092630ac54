package io.strikewire.deploy.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.deploy.framing.RequestFraming.Step;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is framed beyond doubt passes unchanged, however it is cut up; nothing else passes. */
class RequestFramingTest {

  private static final String HOST = "Host: strikewire.example\r\n";
  private static final String GET = "GET /health HTTP/1.1\r\n" + HOST + "\r\n";
  private static final String POST =
      "POST /webhook HTTP/1.1\r\n" + HOST + "Content-Length: 4\r\n\r\n{\"a\"";
  private static final String CHUNKED =
      "POST /webhook HTTP/1.1\r\n"
          + HOST
          + "Transfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n00a\r\n0123456789\r\n0\r\n\r\n";

  @Test
  void sound_requests_pass_one_after_the_other() {
    assertThat(passed(GET + POST + CHUNKED + GET)).isEqualTo(GET + POST + CHUNKED + GET);
  }

  @Test
  void it_does_not_matter_where_the_network_cuts() {
    String all = POST + CHUNKED + GET;
    for (int size = 1; size < all.length(); size++) {
      RequestFraming framing = new RequestFraming();
      ByteArrayOutputStream pass = new ByteArrayOutputStream();
      for (int at = 0; at < all.length(); at += size) {
        Step step = framing.feed(bytes(all.substring(at, Math.min(all.length(), at + size))));
        assertThat(step).as("pieces of %d bytes", size).isInstanceOf(Step.Pass.class);
        pass.writeBytes(((Step.Pass) step).bytes());
      }
      assertThat(pass.toString(StandardCharsets.ISO_8859_1)).isEqualTo(all);
      assertThat(framing.underWay()).isFalse();
      assertThat(framing.heads()).isEqualTo(3);
    }
  }

  @Test
  void a_head_passes_when_it_is_whole_and_not_before() {
    RequestFraming framing = new RequestFraming();
    assertThat(framing.feed(bytes(GET.substring(0, GET.length() - 1))))
        .isInstanceOfSatisfying(Step.Pass.class, pass -> assertThat(pass.bytes()).isEmpty());
    assertThat(framing.underWay()).isTrue();
    assertThat(framing.feed(bytes("\n")))
        .isInstanceOfSatisfying(
            Step.Pass.class, pass -> assertThat(pass.bytes()).isEqualTo(bytes(GET)));
  }

  @Test
  void an_offer_of_another_protocol_is_not_passed_on() {
    String offering =
        "POST /webhook HTTP/1.1\r\nConnection: Upgrade, HTTP2-Settings\r\nContent-Length: 2\r\n"
            + HOST
            + "HTTP2-Settings: AAEAAEAA\r\nUpgrade: h2c\r\n\r\n{}";
    assertThat(passed(offering))
        .isEqualTo("POST /webhook HTTP/1.1\r\nContent-Length: 2\r\n" + HOST + "\r\n{}");
    assertThat(passed("GET / HTTP/1.1\r\n" + HOST + "Connection: keep-alive, upgrade\r\n\r\n"))
        .contains("Connection: keep-alive\r\n");
  }

  static List<String> ambiguous() {
    return AmbiguousRequests.ALL.stream().map(AmbiguousRequests::name).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ambiguous")
  void what_could_be_read_in_two_ways_is_refused_and_so_is_all_that_follows(String name) {
    AmbiguousRequests request = AmbiguousRequests.named(name);
    byte[] text = request.with(bytes("{\"a\":1}"), "00", "GET /hidden HTTP/1.1\r\n" + HOST);
    RequestFraming framing = new RequestFraming();
    Step step = framing.feed(text);
    assertThat(step).isInstanceOf(Step.Refuse.class);
    assertThat(framing.feed(bytes(GET))).isEqualTo(step);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ambiguous")
  void it_is_refused_byte_by_byte_too_and_never_whole(String name) {
    byte[] text = AmbiguousRequests.named(name).with(bytes("{\"a\":1}"), "00", GET);
    RequestFraming framing = new RequestFraming();
    ByteArrayOutputStream pass = new ByteArrayOutputStream();
    boolean refused = false;
    for (byte next : text) {
      Step step = framing.feed(new byte[] {next});
      refused |= step instanceof Step.Refuse;
      if (step instanceof Step.Pass passes) {
        pass.writeBytes(passes.bytes());
      }
    }
    assertThat(refused).isTrue();
    assertThat(pass.toString(StandardCharsets.ISO_8859_1)).doesNotContain("/health");
  }

  @Test
  void a_head_without_end_is_refused_at_eight_kibibytes() {
    byte[] endless = new byte[9000];
    Arrays.fill(endless, (byte) 'a');
    assertThat(new RequestFraming().feed(endless))
        .isInstanceOfSatisfying(
            Step.Refuse.class, refusal -> assertThat(refusal.status()).isEqualTo(431));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 589_823})
  void a_sender_below_64_kibibytes_a_second_is_cut_after_nine_seconds(long bytes) {
    assertThat(Patience.isOver(Duration.ofMillis(9_000), bytes)).isFalse();
    assertThat(Patience.isOver(Duration.ofMillis(9_001), bytes)).isTrue();
  }

  @Test
  void a_long_body_at_a_fair_rate_has_a_minute() {
    assertThat(Patience.isOver(Duration.ofSeconds(20), 20 * 64 * 1024)).isFalse();
    assertThat(Patience.isOver(Duration.ofSeconds(61), Long.MAX_VALUE)).isTrue();
  }

  private static String passed(String text) {
    Step step = new RequestFraming().feed(bytes(text));
    assertThat(step).isInstanceOf(Step.Pass.class);
    return new String(((Step.Pass) step).bytes(), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
