package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server listens where it was told to and nowhere else: no console, no JMX, no grid. */
@ExtendWith(SharedStrikewire.class)
class OpenPortsIT {

  private final RunningStrikewire strikewire;

  OpenPortsIT(Alerts alerts) {
    this.strikewire = alerts.strikewire();
  }

  @Test
  void one_port_is_open_on_loopback_alone() throws IOException {
    assumeTrue(OpenSockets.areKnown(strikewire.pid()), "no /proc: open ports are not looked at");
    assertThat(OpenSockets.of(strikewire.pid())).containsExactly("loopback:" + strikewire.port());
  }
}
