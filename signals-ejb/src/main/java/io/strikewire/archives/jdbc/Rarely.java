package io.strikewire.archives.jdbc;

/**
 * Questions for what few rows have. The indexes leave out what most rows have; a plan that is made
 * before the argument is known can use them only when the question says that it asks for the few.
 */
final class Rarely {

  private Rarely() {}

  static String status(String condition, String status) {
    return switch (status) {
      case "RECEIVED" -> condition + " AND s.status = 'RECEIVED'";
      case "REJECTED" -> condition;
      default -> condition + " AND s.status NOT IN ('RECEIVED', 'REJECTED')";
    };
  }

  static String decision(String condition, String decision) {
    return decision.equals("REJECT") ? condition : condition + " AND d.decision <> 'REJECT'";
  }
}
