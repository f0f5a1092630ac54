package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every known way of passing off an alert as signed, over the real port. */
@ExtendWith(SharedStrikewire.class)
class ForgeryIT {

  private static final byte[] BODY = alert("forged");

  private final RunningStrikewire strikewire;
  private final RawRequests raw;
  private final Instant now;
  private final byte[] key;

  ForgeryIT(Alerts alerts) throws Exception {
    this.strikewire = alerts.strikewire();
    this.raw = new RawRequests(strikewire);
    this.now = Instant.parse(alerts.now());
    this.key = strikewire.secret().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void no_forged_signature_is_accepted() throws Exception {
    byte[] mac = mac("HmacSHA256", key, BODY);
    String right = hex(mac);
    Map<String, List<String>> forged = new LinkedHashMap<>();
    forged.put("none", List.of());
    one(forged, "empty", "");
    one(forged, "a prefix alone", "sha256=");
    one(forged, "truncated by a byte", right.substring(0, 62));
    one(forged, "truncated by a digit", right.substring(0, 63));
    one(forged, "truncated to half", right.substring(0, 32));
    one(forged, "padded with zeros", right + "00");
    one(forged, "padded in front", "00" + right);
    one(forged, "followed by another", right + "," + right);
    one(forged, "with a space inside", right.substring(0, 32) + " " + right.substring(32));
    one(forged, "with 0x in front", "0x" + right);
    one(forged, "its last digit changed", right.substring(0, 63) + (char) (right.charAt(63) ^ 1));
    one(forged, "all zeros", "0".repeat(64));
    one(forged, "reversed", new StringBuilder(right).reverse().toString());
    one(forged, "in Base64", Base64.getEncoder().encodeToString(mac));
    one(forged, "in Base64 for addresses", Base64.getUrlEncoder().encodeToString(mac));
    one(forged, "hexadecimal twice", hex(right.getBytes(StandardCharsets.UTF_8)));
    one(
        forged,
        "percent-encoded",
        "%" + hex(right.substring(0, 1).getBytes(StandardCharsets.UTF_8)) + right.substring(1));
    one(
        forged,
        "digits of another script",
        right.replace('0', '\u0660').replace('1', '\uff11') + "\u0661");
    one(forged, "a prefix in capitals", "SHA256=" + right);
    one(forged, "a prefix twice", "sha256=sha256=" + right);
    one(forged, "said to be SHA-512", "sha512=" + right);
    one(forged, "said to be none", "none=" + right);
    one(forged, "by HMAC-SHA1", "sha1=" + hex(mac("HmacSHA1", key, BODY)));
    one(forged, "by HMAC-SHA512", hex(mac("HmacSHA512", key, BODY)));
    one(forged, "a plain hash", hex(MessageDigest.getInstance("SHA-256").digest(BODY)));
    one(forged, "a hash of key and body", hex(sha256(key, BODY)));
    one(
        forged,
        "with the key's bytes",
        hex(mac("HmacSHA256", HexFormat.of().parseHex(strikewire.secret()), BODY)));
    one(forged, "with another key", hex(mac("HmacSHA256", new byte[] {1}, BODY)));
    one(forged, "with a key of one zero", hex(mac("HmacSHA256", new byte[] {0}, BODY)));
    one(forged, "of another body", hex(mac("HmacSHA256", key, alert("other"))));
    one(
        forged,
        "of the body and a line",
        hex(mac("HmacSHA256", key, (text(BODY) + "\n").getBytes(StandardCharsets.UTF_8))));
    one(forged, "of no body", hex(mac("HmacSHA256", key, new byte[0])));
    forged.put("twice the right one", List.of("x-signature: " + right, "x-signature: " + right));
    forged.put("the right one after a wrong", List.of("x-signature: 00", "x-signature: " + right));
    forged.put("the right one before a wrong", List.of("x-signature: " + right, "X-Signature: 00"));
    forged.put("under another name", List.of("x-hub-signature-256: sha256=" + right));
    forged.put("under a name with a line below", List.of("x_signature: " + right));
    forged.put("as authorization", List.of("Authorization: Bearer " + right));
    assertNoneIsAccepted("/webhook", forged);
  }

  @Test
  void no_forged_standard_webhook_is_accepted() throws Exception {
    long time = now.getEpochSecond();
    String right = standard("msg_1", time, BODY);
    Map<String, List<String>> forged = new LinkedHashMap<>();
    forged.put("another id", standardHeaders("msg_2", time, right));
    forged.put("no id", List.of("webhook-timestamp: " + time, "webhook-signature: " + right));
    forged.put("no time", List.of("webhook-id: msg_1", "webhook-signature: " + right));
    forged.put("no signature", List.of("webhook-id: msg_1", "webhook-timestamp: " + time));
    forged.put("another time", standardHeaders("msg_1", time + 1, right));
    forged.put("stale", standardHeaders("msg_1", time - 400, standard("msg_1", time - 400, BODY)));
    forged.put(
        "of the future", standardHeaders("msg_1", time + 400, standard("msg_1", time + 400, BODY)));
    forged.put(
        "in milliseconds",
        standardHeaders("msg_1", time * 1000, standard("msg_1", time * 1000, BODY)));
    forged.put(
        "of another body", standardHeaders("msg_1", time, standard("msg_1", time, alert("other"))));
    forged.put("another version", standardHeaders("msg_1", time, right.replace("v1,", "v1a,")));
    forged.put("no version", standardHeaders("msg_1", time, right.substring(3)));
    forged.put(
        "in hexadecimal",
        standardHeaders(
            "msg_1", time, "v1," + hex(Base64.getDecoder().decode(right.substring(3)))));
    forged.put("without padding", standardHeaders("msg_1", time, right.replace("=", "")));
    forged.put("an id that swallows the time", standardHeaders("msg_1." + time, time, right));
    List<String> twice = new ArrayList<>(standardHeaders("msg_1", time, right));
    twice.add("webhook-id: msg_2");
    forged.put("a second id", twice);
    List<String> both = new ArrayList<>(standardHeaders("msg_1", time, right));
    both.add("x-signature: 00");
    forged.put("a wrong signature of the other kind besides", both);
    List<String> other = new ArrayList<>(standardHeaders("msg_1", time, "v1,AAAA"));
    other.add("x-signature: " + hex(mac("HmacSHA256", key, BODY)));
    forged.put("a right signature of the other kind besides", other);
    assertNoneIsAccepted("/webhook", forged);
  }

  @Test
  void honest_spellings_are_accepted_and_a_replay_is_the_same_delivery() throws Exception {
    byte[] first = alert("honest-1");
    String hex = hex(mac("HmacSHA256", key, first));
    assertThat(raw.post("/webhook", List.of("X-Signature: sha256=" + hex), first))
        .contains("\"ACCEPTED\"");
    assertThat(raw.post("/webhook", List.of("x-signature: " + hex.toUpperCase(Locale.ROOT)), first))
        .contains("\"DUPLICATE\"");
    assertThat(raw.post("/webhook", List.of("x-signature: " + hex, "Idempotency-Key: new"), first))
        .contains("\"DUPLICATE\"");

    byte[] second = alert("honest-2");
    long time = now.getEpochSecond();
    List<String> headers = standardHeaders("msg_h", time, standard("msg_h", time, second));
    assertThat(raw.post("/webhook", headers, second)).contains("\"ACCEPTED\"");
    assertThat(raw.post("/webhook", headers, second)).contains("\"DUPLICATE\"");
    byte[] third = alert("honest-3");
    assertThat(
            raw.post(
                "/webhook", standardHeaders("msg_h", time, standard("msg_h", time, third)), third))
        .contains("\"DUPLICATE\"");
    assertThat(raw.stored("honest-3")).isZero();
  }

  private void assertNoneIsAccepted(String path, Map<String, List<String>> forged)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, List<String>> attempt : forged.entrySet()) {
      String said = raw.post(path, attempt.getValue(), BODY);
      if (!said.matches("(?s)HTTP/1.1 40[01] .*\"correlation_id\".*")) {
        wrong.add(attempt.getKey() + ": " + said);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(raw.stored("\"forged\"")).isZero();
  }

  private static void one(Map<String, List<String>> forged, String name, String signature) {
    forged.put(name, List.of("x-signature: " + signature));
  }

  private static List<String> standardHeaders(String id, long time, String signature) {
    return List.of(
        "webhook-id: " + id, "webhook-timestamp: " + time, "webhook-signature: " + signature);
  }

  private String standard(String id, long time, byte[] body) throws Exception {
    byte[] signed = (id + "." + time + "." + text(body)).getBytes(StandardCharsets.UTF_8);
    return "v1," + Base64.getEncoder().encodeToString(mac("HmacSHA256", key, signed));
  }

  private static byte[] alert(String strategy) {
    return """
        {"symbol":"SPY","direction":"CALL","timeframe":"5m","strategy":"%s"}"""
        .formatted(strategy)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mac(String algorithm, byte[] key, byte[] body) throws Exception {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key, algorithm));
    return mac.doFinal(body);
  }

  private static byte[] sha256(byte[] key, byte[] body) throws Exception {
    MessageDigest hash = MessageDigest.getInstance("SHA-256");
    hash.update(key);
    return hash.digest(body);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
