package io.strikewire.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server listens where it was told to and nowhere else: no console, no JMX, no grid. */
@ExtendWith(SharedStrikewire.class)
class OpenPortsIT {

  private static final String LISTENING = "0A";
  private static final String LOOPBACK = "0100007F";
  private static final String LOOPBACK_AS_IPV6 = "0000000000000000FFFF00000100007F";

  private final RunningStrikewire strikewire;

  OpenPortsIT(Alerts alerts) {
    this.strikewire = alerts.strikewire();
  }

  @Test
  void one_port_is_open_on_loopback_alone() throws IOException {
    Path process = Path.of("/proc", Long.toString(strikewire.pid()));
    assumeTrue(Files.isReadable(process.resolve("fd")), "no /proc: open ports are not looked at");
    Set<String> own = sockets(process.resolve("fd"));
    List<String> open = new ArrayList<>();
    for (String table : new String[] {"net/tcp", "net/tcp6"}) {
      for (String line : Files.readAllLines(process.resolve(table))) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length > 9 && columns[3].equals(LISTENING) && own.contains(columns[9])) {
          open.add(columns[1]);
        }
      }
    }
    String port = "%04X".formatted(strikewire.port());
    assertThat(open)
        .singleElement()
        .satisfies(
            address ->
                assertThat(address).isIn(LOOPBACK + ':' + port, LOOPBACK_AS_IPV6 + ':' + port));
  }

  private static Set<String> sockets(Path descriptors) throws IOException {
    try (Stream<Path> all = Files.list(descriptors)) {
      return all.map(OpenPortsIT::target)
          .filter(name -> name.startsWith("socket:["))
          .map(name -> name.substring(8, name.length() - 1))
          .collect(Collectors.toSet());
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
