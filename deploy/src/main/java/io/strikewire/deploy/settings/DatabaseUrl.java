package io.strikewire.deploy.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a database is and who we are there.
 *
 * @param jdbcUrl without the password
 */
public record DatabaseUrl(String jdbcUrl, String user, String password) {

  private static final String JDBC = "jdbc:postgresql:";
  private static final int USUAL_PORT = 5432;

  /**
   * Reads {@code postgres://user:pass@host:port/db?sslmode=…} or a JDBC URL. Who we are may also
   * stand in the query, as {@code user} and {@code password}; else we are who runs the process.
   */
  public static Optional<DatabaseUrl> parse(String url) {
    if (url.startsWith(JDBC)) {
      String[] parts = url.split("\\?", 2);
      return Optional.of(of(parts[0], parts.length > 1 ? parts[1] : "", ""));
    }
    if (!url.startsWith("postgres://") && !url.startsWith("postgresql://")) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(url);
      if (uri.getHost() == null || uri.getRawPath().length() < 2) {
        return Optional.empty();
      }
      int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
      return Optional.of(
          of(
              JDBC + "//" + uri.getHost() + ':' + port + uri.getRawPath(),
              Optional.ofNullable(uri.getRawQuery()).orElse(""),
              Optional.ofNullable(uri.getRawUserInfo()).orElse("")));
    } catch (IllegalArgumentException notAUrl) {
      return Optional.empty();
    }
  }

  private static DatabaseUrl of(String place, String rawQuery, String rawAccount) {
    Map<String, String> query = query(rawQuery);
    String user = query.getOrDefault("user", System.getProperty("user.name"));
    String password = query.getOrDefault("password", "");
    query.keySet().removeAll(Set.of("user", "password"));
    String[] account = rawAccount.split(":", 2);
    return new DatabaseUrl(
        place + rest(query),
        decode(account[0].isEmpty() ? user : account[0]),
        decode(account.length > 1 ? account[1] : password));
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : raw.split("&")) {
      String[] parts = field.split("=", 2);
      if (!parts[0].isEmpty()) {
        fields.put(parts[0], parts.length > 1 ? parts[1] : "");
      }
    }
    return fields;
  }

  private static String rest(Map<String, String> query) {
    return query.isEmpty()
        ? ""
        : query.entrySet().stream()
            .map(field -> field.getKey() + '=' + field.getValue())
            .collect(Collectors.joining("&", "?", ""));
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
