package io.strikewire.deploy.framing;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Reads the head of an HTTP/1 request as RFC 9112 writes it, without any of the leniencies that it
 * allows: what one server forgives the next reads otherwise, and between the two a second request
 * can hide. An offer to change the protocol is not passed on, so that it stays what it is.
 */
final class RequestHead {

  private static final String END = "\r\n";
  private static final int LONGEST_LENGTH = 15;

  private final StringBuilder kept = new StringBuilder();
  private boolean latest;
  private int hosts;
  private int lengths;
  private int codings;
  private long length;

  private RequestHead() {}

  /** The framing that a whole head declares, its last, empty line included. */
  static Framing read(String head) {
    try {
      return new RequestHead().framing(head);
    } catch (Refusal refusal) {
      return new Framing.Ambiguous(refusal.getMessage());
    }
  }

  private Framing framing(String head) throws Refusal {
    int at = head.indexOf(END);
    requestLine(head.substring(0, at));
    kept.append(head, 0, at + 2);
    for (int end = head.indexOf(END, at + 2); end > at + 2; end = head.indexOf(END, at + 2)) {
      field(head.substring(at + 2, end));
      at = end;
    }
    kept.append(END);
    if (hosts > 1 || (latest && hosts == 0)) {
      throw new Refusal(hosts + " Host fields");
    }
    if (lengths > 1 || codings > 1 || lengths + codings > 1) {
      throw new Refusal("more than one statement about the body's length");
    }
    if (codings == 1 && !latest) {
      throw new Refusal("Transfer-Encoding in HTTP/1.0");
    }
    return codings == 1
        ? new Framing.Chunked(kept.toString())
        : new Framing.Counted(kept.toString(), length);
  }

  private void requestLine(String line) throws Refusal {
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    if (first < 1 || last == first) {
      throw new Refusal("a request line without method, target and version");
    }
    String target = line.substring(first + 1, last);
    String version = line.substring(last + 1);
    latest = version.equals("HTTP/1.1");
    boolean known = latest || version.equals("HTTP/1.0");
    boolean plain = target.startsWith("/") || target.equals("*");
    if (!isToken(line.substring(0, first)) || !known || !plain || !isVisible(target)) {
      throw new Refusal("a request line that is not METHOD /target HTTP/1.x");
    }
  }

  private void field(String line) throws Refusal {
    int colon = line.indexOf(':');
    if (colon < 1 || !isToken(line.substring(0, colon))) {
      throw new Refusal("a field that is folded or has no plain name");
    }
    if (!isText(line)) {
      throw new Refusal("a character that is not plain text in a field");
    }
    String value = line.substring(colon + 1).strip();
    switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "host" -> host(value);
      case "content-length" -> length(value);
      case "transfer-encoding" -> coding(value);
      case "upgrade", "http2-settings" -> {
        return;
      }
      case "connection" -> {
        connection(value);
        return;
      }
      default -> {}
    }
    kept.append(line).append(END);
  }

  private void host(String value) throws Refusal {
    hosts++;
    if (value.isEmpty() || !isVisible(value) || !consistsOf(value, c -> ",/@?#\\".indexOf(c) < 0)) {
      throw new Refusal("a Host that names no host");
    }
  }

  private void length(String value) throws Refusal {
    lengths++;
    if (value.isEmpty()
        || value.length() > LONGEST_LENGTH
        || !consistsOf(value, c -> c >= '0' && c <= '9')) {
      throw new Refusal("a Content-Length that is no plain number");
    }
    length = Long.parseLong(value);
  }

  private void coding(String value) throws Refusal {
    codings++;
    if (!value.equalsIgnoreCase("chunked")) {
      throw new Refusal("a transfer coding other than chunked");
    }
  }

  private void connection(String value) {
    String rest =
        Arrays.stream(value.split(","))
            .map(String::strip)
            .filter(option -> !option.equalsIgnoreCase("upgrade"))
            .filter(option -> !option.equalsIgnoreCase("http2-settings"))
            .collect(Collectors.joining(", "));
    if (!rest.isEmpty()) {
      kept.append("Connection: ").append(rest).append(END);
    }
  }

  private static boolean isToken(String text) {
    return !text.isEmpty()
        && consistsOf(
            text,
            c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
  }

  private static boolean isVisible(String text) {
    return consistsOf(text, c -> c > ' ' && c < 0x7f);
  }

  private static boolean isText(String text) {
    return consistsOf(text, c -> c == '\t' || (c >= ' ' && c < 0x7f));
  }

  /**
   * Every byte of every request passes here: a stream for each field would cost more than it says.
   */
  private static boolean consistsOf(String text, IntPredicate kind) {
    for (int i = 0; i < text.length(); i++) {
      if (!kind.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Ends the reading; never leaves this class. */
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String why) {
      super(why, null, false, false);
    }
  }
}
