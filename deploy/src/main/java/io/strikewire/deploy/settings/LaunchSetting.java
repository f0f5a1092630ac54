package io.strikewire.deploy.settings;

import io.strikewire.config.Setting;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the launcher itself is told; read and checked by {@link LaunchSettings}. */
final class LaunchSetting {

  private static final String GENERATED = "generated";

  static final Setting<String> ENVIRONMENT =
      launch(
          "APP_ENV",
          "NODE_ENV",
          "development",
          "development, staging or production",
          "Which defaults are in force, and how strict the service is.");
  static final Setting<String> PORT =
      launch("PORT", "", "8080", "a whole number from 1 to 65535", "HTTP port.");
  static final Setting<String> HOST =
      launch(
          "HOST",
          "",
          "127.0.0.1 in development, else 0.0.0.0",
          "an address of this machine",
          "Address to listen on.");
  static final Setting<String> DATABASE =
      secret(
          "DATABASE_URL",
          "embedded",
          "postgres://user:pass@host:port/db or a jdbc:postgresql: URL",
          "The PostgreSQL server; an embedded one under the data directory when unset.",
          text -> text);
  static final Setting<String> WEBHOOK_SECRET =
      secret(
          "WEBHOOK_SECRET",
          GENERATED,
          "one secret, or several between commas",
          "What senders sign with, every one of them accepted; needed outside development.",
          text -> text);
  static final Setting<String> ADMIN_KEY =
      secret(
          "ADMIN_API_KEY",
          "none",
          "a key",
          "First key for everything that is not public; needed outside development.",
          text -> text);
  static final Setting<String> METRICS_TOKEN =
      secret("METRICS_TOKEN", "none", "a token", "Bearer token for /metrics*.", text -> text);
  static final Setting<String> AUDIT_KEY =
      secret(
          "AUDIT_KEY",
          GENERATED,
          "an Ed25519 pair as PRIVATE.PUBLIC, PKCS #8 and X.509 in Base64",
          "What checkpoints of the audit log are signed with; the data directory's own when unset.",
          LaunchSetting::keyPair);
  static final Setting<String> CLOCK =
      launch(
          "STRIKEWIRE_CLOCK",
          "",
          "now",
          "an instant such as 2026-11-23T15:00:00Z; not in production",
          "Where the service's clock starts.");
  static final Setting<String> CONFIG =
      launch(
          "STRIKEWIRE_CONFIG",
          "",
          "none",
          "a file of name=value lines",
          "Configuration file; what the environment says wins.");

  private LaunchSetting() {}

  private static Setting<String> launch(
      String name, String other, String fallback, String accepted, String meaning) {
    return new Setting<>(
        name,
        other.isEmpty() ? Optional.empty() : Optional.of(other),
        fallback,
        accepted,
        meaning,
        text -> text);
  }

  private static Setting<String> secret(
      String name, String fallback, String accepted, String meaning, UnaryOperator<String> check) {
    return new Setting<>(name, Optional.empty(), fallback, accepted, meaning, check, true);
  }

  private static String keyPair(String text) {
    if (!text.equals(GENERATED) && !text.matches("[A-Za-z0-9+/]+=*\\.[A-Za-z0-9+/]+=*")) {
      throw new IllegalArgumentException("not a key pair");
    }
    return text;
  }
}
