package io.strikewire.deploy;

import io.strikewire.deploy.settings.LaunchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;

/**
 * What checkpoints of the audit log are signed with, {@code PRIVATE.PUBLIC}. It is kept outside of
 * the database: whoever can rewrite the log must not be able to sign it.
 */
record AuditKey(String text) {

  private static final String FILE = "audit-key";

  /** The key that was set, else the one kept in the data directory, else a new one kept there. */
  static AuditKey of(LaunchSettings settings, Path data) throws IOException {
    Optional<AuditKey> known = known(settings, data);
    if (known.isPresent()) {
      return known.get();
    }
    AuditKey created = new AuditKey(generate());
    Path kept = data.resolve(FILE);
    Files.createFile(
        kept, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(kept, created.text());
    return created;
  }

  /** The key that was set, else the one kept in the data directory. */
  static Optional<AuditKey> known(LaunchSettings settings, Path data) throws IOException {
    if (settings.auditKey().isPresent()) {
      return settings.auditKey().map(AuditKey::new);
    }
    Path kept = data.resolve(FILE);
    return Files.exists(kept)
        ? Optional.of(new AuditKey(Files.readString(kept).strip()))
        : Optional.empty();
  }

  private static String generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      return base64.encodeToString(pair.getPrivate().getEncoded())
          + "."
          + base64.encodeToString(pair.getPublic().getEncoded());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has Ed25519", impossible);
    }
  }

  @Override
  public String toString() {
    return "AuditKey[***]";
  }
}
