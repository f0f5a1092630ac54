package io.strikewire.deploy.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Whether a database keeps what it says it has committed. */
public final class Durability {

  private static final List<String> NEEDED =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  /** The server's settings, as our sessions see them, under which a commit could be lost. */
  public static List<String> missing(DataSource database) throws SQLException {
    List<String> missing = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : NEEDED) {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
          row.next();
          if (row.getString(1).equals("off")) {
            missing.add(setting);
          }
        }
      }
    }
    return missing;
  }
}
