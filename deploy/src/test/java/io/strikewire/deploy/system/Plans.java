package io.strikewire.deploy.system;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How PostgreSQL carried out each statement of the service, from its own log. */
final class Plans {

  /** The check of the invariants: once a minute, of what began or ended within a day. */
  private static final String A_DAY_OF_THE_BOOK = "WITH book AS";

  private final Set<String> large;
  private final int many;
  private final Set<String> asked = new TreeSet<>();
  private final Map<String, String> faults = new TreeMap<>();
  private final Map<String, Long> statements = new TreeMap<>();

  private Plans(Set<String> large, int many) {
    this.large = large;
    this.many = many;
  }

  /** The plans in the server's log files. */
  static Plans of(Path logs, Set<String> large, int many) throws IOException {
    Plans plans = new Plans(large, many);
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          lines
              .filter(line -> line.contains("\"application_name\":\"strikewire\""))
              .filter(line -> line.contains("plan:"))
              .forEach(plans::read);
        }
      }
    }
    return plans;
  }

  /** The large tables that any statement asked. */
  Set<String> asked() {
    return asked;
  }

  /** One line for each statement that reads too much. */
  List<String> faults() {
    return List.copyOf(faults.values());
  }

  /** Every statement on a large table with the most rows that it went through, dearest first. */
  List<String> report() {
    List<String> report = new ArrayList<>();
    statements.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(entry -> report.add(entry.getValue() + " rows: " + entry.getKey()));
    return report;
  }

  private void read(String line) {
    String message = JsonPath.from(line).getString("message");
    Map<String, Object> explained =
        JsonPath.from(message.substring(message.indexOf('{'))).getMap("");
    String statement = String.valueOf(explained.get("Query Text")).replaceAll("\\s+", " ").strip();
    look(statement, (Map<?, ?>) explained.get("Plan"));
  }

  private void look(String statement, Map<?, ?> node) {
    String table = String.valueOf(node.get("Relation Name"));
    String kind = String.valueOf(node.get("Node Type"));
    if (large.contains(table) && kind.endsWith("Scan")) {
      asked.add(table);
      long rows = rows(node);
      statements.merge(table + ": " + statement, rows, Math::max);
      if (kind.equals("Seq Scan") || rows > many && !statement.startsWith(A_DAY_OF_THE_BOOK)) {
        faults.put(table + statement, kind + " of " + table + ", " + rows + " rows: " + statement);
      }
    }
    if (node.get("Plans") instanceof List<?> children) {
      children.forEach(child -> look(statement, (Map<?, ?>) child));
    }
  }

  /** Rows that were gone through, wanted or not. */
  private static long rows(Map<?, ?> node) {
    double each =
        number(node, "Actual Rows")
            + number(node, "Rows Removed by Filter")
            + number(node, "Rows Removed by Index Recheck");
    return Math.round(each * number(node, "Actual Loops"));
  }

  private static double number(Map<?, ?> node, String name) {
    return node.get(name) instanceof Number number ? number.doubleValue() : 0;
  }
}
