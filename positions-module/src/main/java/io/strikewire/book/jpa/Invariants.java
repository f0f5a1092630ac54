package io.strikewire.book.jpa;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What always holds of the book: the same statement that operators run by hand. */
final class Invariants {

  private static final String EVER = "CAST('-infinity' AS timestamptz)";
  private static final String STATEMENT = read();

  private Invariants() {}

  /** One line for each fault in what is open and what began or ended since. */
  static List<String> broken(EntityManager rows, Instant since) {
    String moment = "to_timestamp(" + since.getEpochSecond() + ')';
    return Sql.of(rows, STATEMENT.replace(EVER, moment))
        .rows()
        .map(row -> row.get(0) + " (" + row.get(1) + "): " + row.get(2))
        .toList();
  }

  /** Without comments: quotes and colons in them mean something to the mapper. */
  private static String read() {
    try (InputStream file = Invariants.class.getResourceAsStream("invariants.sql")) {
      if (file == null) {
        throw new IllegalStateException("invariants.sql is not in the archive");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll("--[^\n]*", "").replace(";", "");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
