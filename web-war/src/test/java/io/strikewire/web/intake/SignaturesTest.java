package io.strikewire.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SignaturesTest {

  private final Signatures signatures = new Signatures(Secrets.parse("new, old"));

  @Property(tries = 100)
  void everySecretIsAcceptedInAnyCase(@ForAll byte[] body) throws Exception {
    assertThat(signatures.accept(sign("new", body), body)).isTrue();
    assertThat(signatures.accept("sha256=" + sign("old", body).toUpperCase(), body)).isTrue();
    assertThat(signatures.accept(sign("other", body), body)).isFalse();
  }

  @Property(tries = 200)
  void noOtherBitsAndNoPartAreAccepted(
      @ForAll byte[] body,
      @ForAll @IntRange(max = 255) int bit,
      @ForAll @IntRange(max = 63) int cut)
      throws Exception {
    String right = sign("new", body);
    byte[] wrong = HexFormat.of().parseHex(right);
    wrong[bit / 8] ^= (byte) (1 << (bit % 8));
    assertThat(signatures.accept(HexFormat.of().formatHex(wrong), body)).isFalse();
    assertThat(signatures.accept(right.substring(0, cut), body)).isFalse();
  }

  @Test
  void nothingIsAcceptedWithoutSecretsOrSignature() throws Exception {
    byte[] body = {1};
    assertThat(new Signatures(Secrets.parse("")).accept(sign("new", body), body)).isFalse();
    assertThat(signatures.accept(null, body)).isFalse();
  }

  private static String sign(String secret, byte[] body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return HexFormat.of().formatHex(mac.doFinal(body));
  }
}
