package io.strikewire.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a caller shows: a bearer token, an API key, or a password by HTTP Basic. */
public final class Credentials {

  private static final int LONGEST_NAME = 64;

  private Credentials() {}

  /** The keys that the headers show, by any of the three ways. */
  public static List<String> shown(@Nullable String authorization, @Nullable String apiKey) {
    return Stream.of(
            Optional.ofNullable(apiKey), bearer(authorization), basicPassword(authorization))
        .flatMap(Optional::stream)
        .filter(key -> !key.isEmpty())
        .toList();
  }

  /** Whether the header carries exactly this bearer token. */
  public static boolean showBearer(String token, @Nullable String authorization) {
    return bearer(authorization).filter(given -> same(token, given)).isPresent();
  }

  /** Who they say they are, by HTTP Basic: a name beside the key, of at most 64 characters. */
  public static Optional<String> userName(@Nullable String authorization) {
    return after("basic ", authorization)
        .flatMap(Credentials::decoded)
        .filter(pair -> pair.indexOf(':') > 0)
        .map(pair -> pair.substring(0, pair.indexOf(':')))
        .filter(name -> name.length() <= LONGEST_NAME);
  }

  private static Optional<String> bearer(@Nullable String authorization) {
    return after("bearer ", authorization);
  }

  private static Optional<String> basicPassword(@Nullable String authorization) {
    return after("basic ", authorization)
        .flatMap(Credentials::decoded)
        .filter(pair -> pair.indexOf(':') >= 0)
        .map(pair -> pair.substring(pair.indexOf(':') + 1));
  }

  private static Optional<String> after(String scheme, @Nullable String authorization) {
    return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(scheme)
        ? Optional.of(authorization.substring(scheme.length()).strip())
        : Optional.empty();
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Whether two keys are the same; takes as long for any two of a length. */
  public static boolean same(String expected, String given) {
    return !expected.isEmpty()
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
