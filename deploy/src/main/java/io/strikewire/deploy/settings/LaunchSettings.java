package io.strikewire.deploy.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service is started with.
 *
 * @param environment {@code development}, {@code staging} or {@code production}
 * @param database the server to use; empty for the embedded one
 * @param secrets the webhook's secrets; empty when one is to be generated
 * @param auditKey what checkpoints of the audit log are signed with; empty for the data directory's
 * @param clock where the service's clock starts, if not now
 * @param traces where traces go, if they are wanted
 */
public record LaunchSettings(
    String environment,
    int port,
    String host,
    Optional<DatabaseUrl> database,
    List<String> secrets,
    Optional<String> adminKey,
    Optional<String> metricsToken,
    Optional<String> auditKey,
    Optional<Instant> clock,
    Optional<TraceEndpoint> traces,
    List<String> warnings) {

  /** The same with the service's clock starting there. */
  public LaunchSettings startingAt(Instant start) {
    return new LaunchSettings(
        environment,
        port,
        host,
        database,
        secrets,
        adminKey,
        metricsToken,
        auditKey,
        Optional.of(start),
        traces,
        warnings);
  }

  /** Settings, or every mistake. */
  public sealed interface Reading {
    /** Nothing is wrong. */
    record Sound(LaunchSettings settings) implements Reading {}

    /** One line for each mistake, naming the variable. */
    record Mistaken(List<String> mistakes) implements Reading {}
  }

  private static final List<String> ENVIRONMENTS = List.of("development", "staging", "production");

  /** Reads arguments (which win) and the environment. */
  public static Reading read(
      Optional<String> portArgument, Optional<String> hostArgument, Map<String, String> variables) {
    List<String> mistakes = new ArrayList<>();
    String environment = environment(variables, mistakes);
    boolean development = environment.equals("development");
    boolean production = environment.equals("production");

    int port = port(portArgument.or(() -> set(variables, "PORT")).orElse("8080"), mistakes);
    Optional<DatabaseUrl> database =
        set(variables, "DATABASE_URL").flatMap(url -> database(url, mistakes));
    List<String> secrets =
        set(variables, "WEBHOOK_SECRET").stream()
            .flatMap(list -> List.of(list.split(",")).stream())
            .map(String::strip)
            .filter(secret -> !secret.isEmpty())
            .toList();
    if (secrets.isEmpty() && !development) {
      mistakes.add("WEBHOOK_SECRET: needed in " + environment);
    }
    Optional<String> adminKey = set(variables, "ADMIN_API_KEY");
    if (adminKey.isEmpty() && !development) {
      mistakes.add("ADMIN_API_KEY: needed in " + environment);
    }
    Optional<Instant> clock =
        set(variables, "STRIKEWIRE_CLOCK").flatMap(text -> clock(text, production, mistakes));
    Optional<TraceEndpoint> traces = TraceEndpoint.read(variables, mistakes);
    if (!mistakes.isEmpty()) {
      return new Reading.Mistaken(List.copyOf(mistakes));
    }
    List<String> warnings =
        set(variables, "SUPABASE_URL").isPresent()
                || set(variables, "SUPABASE_SERVICE_ROLE_KEY").isPresent()
            ? List.of("SUPABASE_* is of the old platform and ignored; set DATABASE_URL instead")
            : List.of();
    String host =
        hostArgument.or(() -> set(variables, "HOST")).orElse(development ? "127.0.0.1" : "0.0.0.0");
    return new Reading.Sound(
        new LaunchSettings(
            environment,
            port,
            host,
            database,
            secrets,
            adminKey,
            set(variables, "METRICS_TOKEN"),
            set(variables, "AUDIT_KEY"),
            clock,
            traces,
            warnings));
  }

  private static Optional<String> set(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** The environment's name as these variables give it, mistaken or not. */
  public static String environmentOf(Map<String, String> variables) {
    return environment(variables, new ArrayList<>());
  }

  private static String environment(Map<String, String> variables, List<String> mistakes) {
    Optional<String> own = set(variables, "APP_ENV");
    String name =
        own.or(
                () ->
                    set(variables, "NODE_ENV")
                        .map(node -> node.equals("test") ? "development" : node))
            .orElse("development");
    if (!ENVIRONMENTS.contains(name)) {
      mistakes.add(
          (own.isPresent() ? "APP_ENV" : "NODE_ENV")
              + ": development, staging or production is accepted, was \""
              + name
              + "\"");
      return "production";
    }
    return name;
  }

  private static int port(String text, List<String> mistakes) {
    if (text.matches("\\d{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= 65535) {
      return Integer.parseInt(text);
    }
    mistakes.add("PORT: 1 to 65535 is accepted, was \"" + text + "\"");
    return 0;
  }

  private static Optional<DatabaseUrl> database(String url, List<String> mistakes) {
    Optional<DatabaseUrl> read = DatabaseUrl.parse(url);
    if (read.isEmpty()) {
      mistakes.add(
          "DATABASE_URL: postgres://user:pass@host:port/db or a jdbc:postgresql: URL is accepted");
    }
    return read;
  }

  private static Optional<Instant> clock(String text, boolean production, List<String> mistakes) {
    if (production) {
      mistakes.add("STRIKEWIRE_CLOCK: not allowed in production");
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException notAnInstant) {
      mistakes.add(
          "STRIKEWIRE_CLOCK: an instant such as 2026-11-23T15:00:00Z is accepted, was \""
              + text
              + "\"");
      return Optional.empty();
    }
  }
}
