package io.strikewire.web.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntranceTest {

  @Test
  void the_address_says_how_a_sender_proves_itself() {
    assertThat(Entrance.at(null)).contains(new Entrance.Signed());
    assertThat(Entrance.at("/")).contains(new Entrance.Signed());
    assertThat(Entrance.at("/batch")).contains(new Entrance.Batch());
    assertThat(Entrance.at("/t0ken")).contains(new Entrance.ByToken("t0ken"));
    assertThat(Entrance.at("/t0ken/more")).isEmpty();
  }
}
