package io.strikewire.deploy;

import io.strikewire.deploy.settings.LaunchSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What senders sign with.
 *
 * @param created whether it was generated just now
 */
record WebhookSecret(List<String> secrets, boolean created) {

  /** The secrets that were set, else the one kept in the data directory, else a new one. */
  static WebhookSecret of(LaunchSettings settings, Path data) throws IOException {
    if (!settings.secrets().isEmpty()) {
      return new WebhookSecret(settings.secrets(), false);
    }
    Path kept = data.resolve("webhook-secret");
    if (Files.exists(kept)) {
      return new WebhookSecret(List.of(Files.readString(kept).strip()), false);
    }
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    Files.createFile(
        kept, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(kept, HexFormat.of().formatHex(random));
    return new WebhookSecret(List.of(HexFormat.of().formatHex(random)), true);
  }

  String text() {
    return secrets.get(0);
  }

  String all() {
    return String.join(",", secrets);
  }

  /** HMAC-SHA256 of a body, in hexadecimal. */
  String sign(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has HmacSHA256", impossible);
    }
  }

  @Override
  public String toString() {
    return "WebhookSecret[***]";
  }
}
