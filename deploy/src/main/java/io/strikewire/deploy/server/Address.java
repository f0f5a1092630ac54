package io.strikewire.deploy.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Where the server listens. */
public record Address(String host, int port) {

  /** Whether a server could listen there. */
  public sealed interface Check {
    /** It could. */
    record Free() implements Check {}

    /**
     * It could not.
     *
     * @param misnamed whether the address itself is wrong, not just taken
     */
    record Refused(String why, boolean misnamed) implements Check {}
  }

  /** Tries it. */
  public Check check() {
    try (ServerSocket probe = new ServerSocket()) {
      InetAddress address = InetAddress.getByName(host);
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address, port));
      return new Check.Free();
    } catch (UnknownHostException unknown) {
      return notOurs();
    } catch (BindException refused) {
      boolean taken = String.valueOf(refused.getMessage()).contains("in use");
      return taken ? new Check.Refused("PORT: " + port + " is in use", false) : notOurs();
    } catch (IOException refused) {
      return new Check.Refused("PORT: " + port + " cannot be used: " + refused.getMessage(), false);
    }
  }

  private Check notOurs() {
    return new Check.Refused(
        "HOST: an address of this machine is accepted, was \"" + host + "\"", true);
  }

  /** How it is reached from this machine. */
  public String url() {
    String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    return "http://" + (reachable.contains(":") ? "[" + reachable + "]" : reachable) + ":" + port;
  }
}
