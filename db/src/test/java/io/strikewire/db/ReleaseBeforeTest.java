package io.strikewire.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The newest schema serves the release before it: what came since only adds, and every statement in
 * that release's sources can still be prepared.
 */
class ReleaseBeforeTest {

  private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  /** The migrations of the last release. */
  private static final Path RELEASED = RESOURCES.resolve("released-migrations.txt");

  private static final Path STATEMENTS = RESOURCES.resolve("released-statements.sql");
  private static final Path CONTRACTIONS = RESOURCES.resolve("contractions.txt");

  /** What the release before could stumble over. */
  private static final Pattern CONTRACTS =
      Pattern.compile(
          "DROP\\s+(TABLE|COLUMN|FUNCTION|VIEW|SEQUENCE|TYPE)|RENAME|SET\\s+NOT\\s+NULL"
              + "|ALTER\\s+(COLUMN\\s+)?\\w+\\s+(SET\\s+DATA\\s+)?TYPE|DROP\\s+DEFAULT"
              + "|ADD\\s+CONSTRAINT|CREATE\\s+UNIQUE\\s+INDEX|TRUNCATE"
              + "|ADD\\s+(COLUMN\\s+)?\\w+\\s+\\w[^,;]*NOT\\s+NULL(?![^,;]*DEFAULT)",
          Pattern.CASE_INSENSITIVE);

  @Test
  void what_came_after_the_last_release_only_adds() throws IOException {
    List<String> released = lines(RELEASED);
    List<String> allowed = lines(CONTRACTIONS);
    List<String> contracting = new ArrayList<>();
    for (Path migration : migrations()) {
      String name = migration.getFileName().toString();
      if (!released.contains(name)) {
        for (String statement : statements(Files.readString(migration))) {
          boolean creates = statement.matches("(?is)CREATE\\s+TABLE.*");
          if (!creates && CONTRACTS.matcher(statement).find()) {
            contracting.add(name + ": " + statement.replaceAll("\\s+", " "));
          }
        }
      }
    }
    assertThat(contracting).isSubsetOf(allowed);
  }

  @Test
  void the_rule_knows_a_contraction_when_it_sees_one() {
    for (String contraction :
        List.of(
            "DROP TABLE holds",
            "ALTER TABLE holds DROP COLUMN reason",
            "ALTER TABLE holds RENAME COLUMN reason TO why",
            "ALTER TABLE holds ALTER COLUMN reason SET NOT NULL",
            "ALTER TABLE holds ALTER COLUMN reason TYPE integer",
            "ALTER TABLE holds ADD COLUMN weight integer NOT NULL",
            "ALTER TABLE holds ADD CONSTRAINT c CHECK (reason <> '')",
            "CREATE UNIQUE INDEX one ON holds (reason)")) {
      assertThat(CONTRACTS.matcher(contraction).find()).as(contraction).isTrue();
    }
    for (String expansion :
        List.of(
            "ALTER TABLE holds ADD COLUMN weight integer",
            "ALTER TABLE holds ADD COLUMN weight integer NOT NULL DEFAULT 0",
            "ALTER TABLE holds DROP CONSTRAINT holds_released_by_someone",
            "CREATE INDEX one ON holds (reason)")) {
      assertThat(CONTRACTS.matcher(expansion).find()).as(expansion).isFalse();
    }
  }

  @Test
  void every_statement_of_the_release_before_fits_the_newest_schema() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      DataSource released = database(postgres, "released");
      for (String name : lines(RELEASED)) {
        run(released, Migrations.script(name).orElseThrow());
      }
      DataSource newest = database(postgres, "newest");
      new Migrations(newest).apply();
      List<String> statements = new ArrayList<>(lines(STATEMENTS));
      statements.addAll(columns(released));
      List<String> sent = new ArrayList<>(statements);
      sent.removeAll(broken(released, statements));
      assertThat(sent).hasSizeGreaterThan(120);
      assertThat(broken(newest, sent)).isEmpty();
      run(newest, "ALTER TABLE holds DROP COLUMN reason");
      assertThat(broken(newest, sent)).as("a lost column is noticed").isNotEmpty();
    }
  }

  /** For what is put together at run time: every column that there is, read and written. */
  private static List<String> columns(DataSource database) throws SQLException {
    List<String> statements = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "SELECT table_name, string_agg(quote_ident(column_name), ', ' ORDER BY"
                    + " ordinal_position), string_agg('$' || ordinal_position, ', ' ORDER BY"
                    + " ordinal_position) FROM information_schema.columns WHERE table_schema ="
                    + " 'public' GROUP BY table_name ORDER BY table_name")) {
      while (rows.next()) {
        String table = rows.getString(1);
        statements.add("SELECT " + rows.getString(2) + " FROM " + table);
        statements.add(
            "INSERT INTO "
                + table
                + " ("
                + rows.getString(2)
                + ") VALUES ("
                + rows.getString(3)
                + ")");
      }
    }
    return statements;
  }

  private static DataSource database(EmbeddedPostgres server, String name) throws SQLException {
    run(server.getPostgresDatabase(), "CREATE DATABASE " + name);
    return server.getDatabase("postgres", name);
  }

  private static void run(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> broken(DataSource database, List<String> statements)
      throws SQLException {
    List<String> broken = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement session = connection.createStatement()) {
      for (String statement : statements) {
        try {
          session.execute("PREPARE sent AS " + statement);
          session.execute("DEALLOCATE sent");
        } catch (SQLException refused) {
          broken.add(statement);
        }
      }
    }
    return broken;
  }

  /** Without comments; the bodies of functions stay in one piece. */
  private static List<String> statements(String script) {
    String plain = script.replaceAll("(?m)--.*$", "");
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    boolean quoted = false;
    for (String part : plain.split("(?<=;)|(?=\\$\\$)|(?<=\\$\\$)")) {
      quoted ^= part.equals("$$");
      statement.append(part);
      if (!quoted && part.endsWith(";")) {
        statements.add(statement.toString().strip());
        statement.setLength(0);
      }
    }
    return statements;
  }

  private static List<Path> migrations() throws IOException {
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      return files.sorted().toList();
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
