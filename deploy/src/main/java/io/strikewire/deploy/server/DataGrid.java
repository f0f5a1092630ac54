package io.strikewire.deploy.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The instances that share live events, each by the one address it listens on.
 *
 * @param own this instance's
 * @param others everyone else's
 */
public record DataGrid(Member own, List<Member> others) {

  private static final int USUAL_PORT = 6900;
  private static final Pattern FORM =
      Pattern.compile("([0-9A-Za-z][0-9A-Za-z.-]*|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");

  public DataGrid {
    others = List.copyOf(others);
  }

  /** An address and a port of 1 to 65535. */
  public record Member(String host, int port) {
    @Override
    public String toString() {
      return host + ':' + port;
    }
  }

  /**
   * Reads {@code OWN[:PORT],OTHER[:PORT],…}; the usual port is 6900. Empty when anything in it is
   * no address, or an address that every interface answers to.
   */
  public static Optional<DataGrid> parse(String list) {
    List<Member> members = new ArrayList<>();
    for (String text : list.split(",", -1)) {
      Matcher matcher = FORM.matcher(text.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int port = matcher.group(2) == null ? USUAL_PORT : Integer.parseInt(matcher.group(2));
      String host = matcher.group(1);
      if (port < 1 || port > 65_535 || host.equals("0.0.0.0") || host.equals("[::]")) {
        return Optional.empty();
      }
      members.add(new Member(host, port));
    }
    return Optional.of(new DataGrid(members.get(0), members.subList(1, members.size())));
  }

  /** All of them, as the data grid wants them. */
  String members() {
    return Stream.concat(Stream.of(own), others.stream())
        .map(Member::toString)
        .collect(Collectors.joining(","));
  }

  /** The server's settings that join it, bound to this instance's address alone. */
  List<String> settings() {
    return List.of(
        "hazelcast-runtime-configuration.discovery-mode=tcpip",
        "hazelcast-runtime-configuration.tcpip-members=" + members(),
        "hazelcast-runtime-configuration.interface=" + own.host(),
        "hazelcast-runtime-configuration.start-port=" + own.port());
  }

  /** Without these it would answer on every interface. */
  void bind() {
    System.setProperty("hazelcast.socket.bind.any", "false");
    System.setProperty("hazelcast.local.localAddress", own.host());
  }
}
