package io.strikewire.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuffersTest {

  private static final long MEGABYTE = 1024 * 1024;

  @ParameterizedTest
  @CsvSource({"256, 128MB", "512, 128MB", "1024, 256MB", "2048, 512MB", "24000, 512MB"})
  void a_quarter_of_the_memory_within_bounds(long memory, String setting) {
    assertThat(Buffers.of(memory * MEGABYTE).setting()).isEqualTo(setting);
  }

  @Test
  void less_than_the_least_is_refused() {
    assertThatThrownBy(() -> new Buffers(127)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_embedded_server_runs_with_them_and_with_room_in_its_log(@TempDir Path data)
      throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data);
        Connection connection =
            DriverManager.getConnection(
                database.url().jdbcUrl(), database.url().user(), database.url().password())) {
      assertThat(shown(connection, "shared_buffers")).isEqualTo(Buffers.ofThisMachine().setting());
      assertThat(shown(connection, "max_wal_size")).isEqualTo("2GB");
    }
  }

  private static String shown(Connection connection, String setting) throws SQLException {
    try (Statement show = connection.createStatement();
        ResultSet row = show.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
