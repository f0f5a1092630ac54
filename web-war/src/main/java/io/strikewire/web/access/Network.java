package io.strikewire.web.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that share their first bits.
 *
 * @param address one of them; an IPv4 address written as IPv6 is the IPv4 address
 * @param bits how many they share
 */
public record Network(InetAddress address, int bits) {

  private static final Pattern V4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");

  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or a single address. */
  public static Optional<Network> parse(String text) {
    String[] parts = text.strip().split("/", -1);
    Optional<InetAddress> address = address(parts[0]);
    if (address.isEmpty() || parts.length > 2) {
      return Optional.empty();
    }
    int all = address.get().getAddress().length * 8;
    if (parts.length == 1) {
      return Optional.of(new Network(address.get(), all));
    }
    return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= all
        ? Optional.of(new Network(address.get(), Integer.parseInt(parts[1])))
        : Optional.empty();
  }

  /** An address in digits; never asks anybody for a name. */
  public static Optional<InetAddress> address(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }

  /** Whether an address is one of them. */
  public boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] theirs = other.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + bits;
  }
}
