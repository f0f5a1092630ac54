package io.strikewire.web.problem;

import io.strikewire.payload.Mistake;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An error as its caller is told it, after RFC 9457.
 *
 * @param status the HTTP status
 * @param detail one sentence for the caller; nothing about our insides
 * @param correlationId names this answer in the log
 * @param errors one entry for each mistake
 */
public record Problem(int status, String detail, String correlationId, List<Mistake> errors) {

  /** The media type of {@link #json()}. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(409, "Conflict"),
          Map.entry(408, "Request Timeout"),
          Map.entry(413, "Content Too Large"),
          Map.entry(414, "URI Too Long"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(503, "Service Unavailable"));

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem that has no list of mistakes. */
  public static Problem of(int status, String detail, String correlationId) {
    return new Problem(status, detail, correlationId, List.of());
  }

  /** The status in words. */
  public String title() {
    return TITLES.getOrDefault(status, status < 500 ? "Request Refused" : "Server Error");
  }

  /** The document. */
  public String json() {
    return "{\"type\":\"about:blank\",\"title\":"
        + quoted(title())
        + ",\"status\":"
        + status
        + ",\"detail\":"
        + quoted(detail)
        + ",\"correlation_id\":"
        + quoted(correlationId)
        + (errors.isEmpty() ? "" : ",\"errors\":" + errors(errors))
        + "}";
  }

  /** Mistakes as a JSON array in ASCII. */
  public static String errors(List<Mistake> mistakes) {
    return mistakes.stream()
        .map(
            mistake ->
                "{\"field\":"
                    + quoted(mistake.field())
                    + ",\"received\":"
                    + quoted(mistake.received())
                    + ",\"accepted\":"
                    + quoted(mistake.accepted())
                    + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Text as a JSON string in ASCII, so that no reader's character set matters. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20 || c > 0x7e) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
