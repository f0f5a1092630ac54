package io.strikewire.deploy.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a database is and who we are there.
 *
 * @param jdbcUrl without the password
 */
public record DatabaseUrl(String jdbcUrl, String user, String password) {

  /** Reads {@code postgres://user:pass@host:port/db?sslmode=…} or a JDBC URL. */
  public static Optional<DatabaseUrl> parse(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return Optional.of(new DatabaseUrl(url, "", ""));
    }
    if (!url.startsWith("postgres://") && !url.startsWith("postgresql://")) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(url);
      if (uri.getHost() == null || uri.getRawPath().length() < 2) {
        return Optional.empty();
      }
      String[] account = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      int port = uri.getPort() < 0 ? 5432 : uri.getPort();
      return Optional.of(
          new DatabaseUrl(
              "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
              decode(account[0]),
              account.length > 1 ? decode(account[1]) : ""));
    } catch (IllegalArgumentException notAUrl) {
      return Optional.empty();
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return jdbcUrl.replaceAll("password=[^&]*", "password=***");
  }
}
