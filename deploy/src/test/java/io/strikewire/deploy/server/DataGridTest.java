package io.strikewire.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.deploy.server.DataGrid.Member;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataGridTest {

  @Test
  void the_first_address_is_ours_and_6900_is_the_usual_port() {
    assertThat(DataGrid.parse("10.0.0.1, 10.0.0.2:7000,db.example"))
        .contains(
            new DataGrid(
                new Member("10.0.0.1", 6900),
                List.of(new Member("10.0.0.2", 7000), new Member("db.example", 6900))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0.0.0.0", "[::]:6900", "10.0.0.1:0", "10.0.0.1:70000", "a,,b", "a b"})
  void what_is_no_single_address_is_not_accepted(String list) {
    assertThat(DataGrid.parse(list)).isEmpty();
  }
}
