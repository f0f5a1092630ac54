package io.strikewire.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DurabilityTest {

  @Test
  void a_server_or_a_session_that_may_lose_commits_is_named() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start()) {
      PGSimpleDataSource source = (PGSimpleDataSource) server.getPostgresDatabase();
      assertThat(Durability.missing(source)).containsExactly("fsync");
      source.setOptions("-c synchronous_commit=off");
      assertThat(Durability.missing(source)).containsExactly("fsync", "synchronous_commit");
    }
  }
}
