package io.strikewire.deploy.settings;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where traces go, by the names that OpenTelemetry gave to it. Without an endpoint nothing is
 * traced; with one, the rest has defaults.
 *
 * @param name the variable that gives it
 */
public record TraceEndpoint(String name, URI address) {

  private static final List<String> NAMES =
      List.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT");

  /** What the server's tracing reads, unless the environment says otherwise. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "otel.sdk.disabled", "false",
          "otel.service.name", "strikewire",
          "otel.exporter.otlp.protocol", "http/protobuf",
          "otel.metrics.exporter", "none",
          "otel.logs.exporter", "none");

  /** The endpoint that is set, if one is; a mistake is added when it is none. */
  static Optional<TraceEndpoint> read(Map<String, String> variables, List<String> mistakes) {
    Optional<TraceEndpoint> endpoint = Optional.empty();
    for (String name : NAMES) {
      String text = variables.getOrDefault(name, "").strip();
      if (!text.isEmpty()) {
        Optional<URI> address = address(text);
        if (address.isEmpty()) {
          mistakes.add(name + ": an http or https address is accepted, was \"" + text + "\"");
        }
        endpoint = endpoint.or(() -> address.map(uri -> new TraceEndpoint(name, uri)));
      }
    }
    return endpoint;
  }

  /** The properties to set, with those left out that the environment has. */
  public Map<String, String> properties(Map<String, String> variables) {
    Map<String, String> properties = new TreeMap<>(DEFAULTS);
    properties.keySet().removeIf(property -> variables.containsKey(variable(property)));
    // Also where a file gives it, which the server does not read.
    properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), address.toString());
    return properties;
  }

  private static String variable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = URI.create(text);
      return Stream.of("http", "https").anyMatch(s -> s.equalsIgnoreCase(uri.getScheme()))
              && uri.getHost() != null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
