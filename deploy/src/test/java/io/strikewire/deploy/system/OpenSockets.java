package io.strikewire.deploy.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a process listens on, as the kernel has it. */
final class OpenSockets {

  private static final String LISTENING = "0A";
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F");

  private OpenSockets() {}

  /** Whether the kernel says anything of this process. */
  static boolean areKnown(long pid) {
    return Files.isReadable(Path.of("/proc", Long.toString(pid), "fd"));
  }

  /** Each as {@code loopback:port}, or with the address in the kernel's hexadecimal. */
  static List<String> of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    Set<String> own = sockets(process.resolve("fd"));
    List<String> open = new ArrayList<>();
    for (String table : new String[] {"net/tcp", "net/tcp6"}) {
      for (String line : Files.readAllLines(process.resolve(table))) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length > 9 && columns[3].equals(LISTENING) && own.contains(columns[9])) {
          String[] address = columns[1].split(":");
          open.add(
              (LOOPBACK.contains(address[0]) ? "loopback" : address[0])
                  + ':'
                  + Integer.parseInt(address[1], 16));
        }
      }
    }
    return open;
  }

  private static Set<String> sockets(Path descriptors) throws IOException {
    try (Stream<Path> all = Files.list(descriptors)) {
      return all.map(OpenSockets::target)
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
