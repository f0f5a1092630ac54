package io.strikewire.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.web.intake.StandardWebhooks.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The specification's own example, and what is not it. */
class StandardWebhooksTest {

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIME = "1614265330";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final Instant THEN = Instant.ofEpochSecond(1614265330);

  private final StandardWebhooks webhooks =
      new StandardWebhooks(Secrets.parse("older,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

  @Test
  void the_example_of_the_specification_is_accepted() {
    assertThat(webhooks.accept(new Headers(ID, TIME, SIGNATURE), BODY, THEN)).isTrue();
  }

  @Test
  void one_right_signature_among_several_is_enough() {
    Headers several = new Headers(ID, TIME, "v1a,xyz v1,AAAA " + SIGNATURE);
    assertThat(webhooks.accept(several, BODY, THEN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, -1_000_000, 1_000_000})
  void more_than_300_seconds_off_is_too_much(long seconds) {
    Headers headers = new Headers(ID, TIME, SIGNATURE);
    assertThat(webhooks.accept(headers, BODY, THEN.plusSeconds(seconds))).isFalse();
    assertThat(webhooks.accept(headers, BODY, THEN.plusSeconds(seconds > 0 ? 300 : -300))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+1614265330", "1614265330.0", "1.6e9", " 1614265330", "١٦١٤٢٦٥٣٣٠"})
  void a_time_in_any_other_spelling_is_no_time(String time) {
    assertThat(webhooks.accept(new Headers(ID, time, SIGNATURE), BODY, THEN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v1,",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,g0hM9SsE-OTPJTGt_tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1O",
        "v1, g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
      })
  void a_signature_has_one_spelling(String signature) {
    assertThat(webhooks.accept(new Headers(ID, TIME, signature), BODY, THEN)).isFalse();
  }

  @Test
  void every_part_is_signed_and_needed() {
    assertThat(webhooks.accept(new Headers("msg_other", TIME, SIGNATURE), BODY, THEN)).isFalse();
    assertThat(webhooks.accept(new Headers(ID, "1614265331", SIGNATURE), BODY, THEN)).isFalse();
    assertThat(webhooks.accept(new Headers(ID, TIME, SIGNATURE), new byte[0], THEN)).isFalse();
    assertThat(webhooks.accept(new Headers(null, TIME, SIGNATURE), BODY, THEN)).isFalse();
    assertThat(webhooks.accept(new Headers(ID, null, SIGNATURE), BODY, THEN)).isFalse();
    assertThat(webhooks.accept(new Headers(ID, TIME, null), BODY, THEN)).isFalse();
  }
}
