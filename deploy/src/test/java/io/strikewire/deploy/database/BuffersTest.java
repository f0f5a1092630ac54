package io.strikewire.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
  void this_machine_has_room_for_the_least() {
    assertThat(Buffers.ofThisMachine().megabytes()).isBetween(128L, 512L);
  }
}
