package io.strikewire.deploy.framing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The ways in which one HTTP/1 request can be read as two, or as another one.
 *
 * @param head its head without the last, empty line; {@code LEN} stands for the body's length
 * @param body its body; {@code BODY} stands for an alert, {@code HEX} for its length in hexadecimal
 */
public record AmbiguousRequests(String name, String head, String body) {

  private static final String LINE = "POST /webhook HTTP/1.1\r\n";
  private static final String HOST = "Host: strikewire.example\r\n";
  private static final String START = LINE + HOST;
  private static final String LENGTH = "Content-Length: LEN\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
  private static final String CHUNKS = "HEX\r\nBODY\r\n0\r\n\r\n";

  /** All that are known to us. */
  public static final List<AmbiguousRequests> ALL =
      List.of(
          of("length and chunks", START + LENGTH + CHUNKED, CHUNKS),
          of("chunks and length", START + CHUNKED + LENGTH, CHUNKS),
          of("a coding that is not chunked", START + "Transfer-Encoding: xchunked\r\n", CHUNKS),
          of("chunked, then identity", START + "Transfer-Encoding: chunked, identity\r\n", CHUNKS),
          of("gzip, then chunked", START + "Transfer-Encoding: gzip, chunked\r\n", CHUNKS),
          of("identity alone", START + "Transfer-Encoding: identity\r\n" + LENGTH, "BODY"),
          of("an empty coding", START + "Transfer-Encoding:\r\n" + LENGTH, "BODY"),
          of("a quoted coding", START + "Transfer-Encoding: \"chunked\"\r\n", CHUNKS),
          of("a coding with a parameter", START + "Transfer-Encoding: chunked;q=1\r\n", CHUNKS),
          of("chunked twice", START + CHUNKED + CHUNKED, CHUNKS),
          of("chunked, then another", START + CHUNKED + "Transfer-Encoding: cow\r\n", CHUNKS),
          of("a folded coding", START + "Transfer-Encoding:\r\n chunked\r\n", CHUNKS),
          of("a folded field", START + "X-A: b\r\n\tc\r\n" + LENGTH, "BODY"),
          of("a space before the colon", START + "Transfer-Encoding : chunked\r\n", CHUNKS),
          of("a tab before the colon", START + "Content-Length\t: LEN\r\n", "BODY"),
          of("a field that begins with a space", START + " " + CHUNKED, CHUNKS),
          of(
              "a vertical tab before the coding",
              START + "Transfer-Encoding: \u000bchunked\r\n",
              CHUNKS),
          of("a form feed after the coding", START + "Transfer-Encoding: chunked\f\r\n", CHUNKS),
          of("chunks in HTTP/1.0", "POST /webhook HTTP/1.0\r\n" + HOST + CHUNKED, CHUNKS),
          of("length and chunks in 1.0", "POST /webhook HTTP/1.0\r\n" + LENGTH + CHUNKED, CHUNKS),
          of("two lengths that differ", START + "Content-Length: 0\r\n" + LENGTH, "BODY"),
          of("two lengths that agree", START + LENGTH + LENGTH, "BODY"),
          of("a list of lengths", START + "Content-Length: LEN, LEN\r\n", "BODY"),
          of("a signed length", START + "Content-Length: +LEN\r\n", "BODY"),
          of("a negative length", START + "Content-Length: -LEN\r\n", "BODY"),
          of("a hexadecimal length", START + "Content-Length: 0xHEX\r\n", "BODY"),
          of("a length with a fraction", START + "Content-Length: LEN.0\r\n", "BODY"),
          of("an empty length", START + "Content-Length:\r\n", "BODY"),
          of(
              "a length beyond all bounds",
              START + "Content-Length: 18446744073709551616\r\n",
              "BODY"),
          of("a length in other digits", START + "Content-Length: \u00b2\r\n", "BODY"),
          of("two Hosts", START + "Host: elsewhere.example\r\n" + LENGTH, "BODY"),
          of("the same Host twice", START + HOST + LENGTH, "BODY"),
          of("no Host", LINE + LENGTH, "BODY"),
          of("a list of Hosts", LINE + "Host: a.example, b.example\r\n" + LENGTH, "BODY"),
          of("a Host with a user", LINE + "Host: a@b.example\r\n" + LENGTH, "BODY"),
          of("a bare line feed after a field", START + "X-A: b\n" + LENGTH, "BODY"),
          of(
              "a bare line feed in the request line",
              "POST /webhook HTTP/1.1\n" + HOST + LENGTH,
              "BODY"),
          of(
              "a bare line feed hides a coding",
              START + "X-A: b\nTransfer-Encoding: chunked\r\n",
              CHUNKS),
          of("a bare carriage return", START + "X-A: b\rTransfer-Encoding: chunked\r\n", CHUNKS),
          of("NUL in a value", START + "X-A: b\0c\r\n" + LENGTH, "BODY"),
          of("NUL in a name", START + "Transfer-Encoding\0: chunked\r\n", CHUNKS),
          of("NUL in the target", "POST /web\0hook HTTP/1.1\r\n" + HOST + LENGTH, "BODY"),
          of("a field without a name", START + ": chunked\r\n" + LENGTH, "BODY"),
          of("a field without a colon", START + "Transfer-Encoding chunked\r\n" + LENGTH, "BODY"),
          of("an empty line before the request", "\r\n" + START + LENGTH, "BODY"),
          of(
              "two spaces in the request line",
              "POST  /webhook HTTP/1.1\r\n" + HOST + LENGTH,
              "BODY"),
          of("a tab in the request line", "POST\t/webhook HTTP/1.1\r\n" + HOST + LENGTH, "BODY"),
          of("no version", "POST /webhook\r\n" + HOST + LENGTH, "BODY"),
          of("another version", "POST /webhook HTTP/1.2\r\n" + HOST + LENGTH, "BODY"),
          of(
              "an absolute target",
              "POST http://a.example/webhook HTTP/1.1\r\n" + HOST + LENGTH,
              "BODY"),
          of("the preface of HTTP/2", "PRI * HTTP/2.0\r\n", "SM\r\n\r\nBODY"),
          of("a chunk with an extension", START + CHUNKED, "HEX;a=b\r\nBODY\r\n0\r\n\r\n"),
          of("a chunk size with a bare line feed", START + CHUNKED, "HEX\nBODY\r\n0\r\n\r\n"),
          of("chunk data with a bare line feed", START + CHUNKED, "HEX\r\nBODY\n0\r\n\r\n"),
          of("a chunk size that is no number", START + CHUNKED, "0xHEX\r\nBODY\r\n0\r\n\r\n"),
          of("a chunk size with a space", START + CHUNKED, "HEX \r\nBODY\r\n0\r\n\r\n"),
          of("a negative chunk size", START + CHUNKED, "-HEX\r\nBODY\r\n0\r\n\r\n"),
          of(
              "a chunk size that overflows",
              START + CHUNKED,
              "10000000000000HEX\r\nBODY\r\n0\r\n\r\n"),
          of("a chunk longer than it says", START + CHUNKED, "1\r\nBODY\r\n0\r\n\r\n"),
          of("a trailer", START + CHUNKED, "HEX\r\nBODY\r\n0\r\nContent-Length: 0\r\n\r\n"));

  private static AmbiguousRequests of(String name, String head, String body) {
    return new AmbiguousRequests(name, head, body);
  }

  /** The one with this name. */
  public static AmbiguousRequests named(String name) {
    return ALL.stream().filter(one -> one.name.equals(name)).findFirst().orElseThrow();
  }

  /**
   * The request's bytes with an alert as its body.
   *
   * @param hidden the text of the second request, which follows at once
   */
  public byte[] with(byte[] alert, String signature, String hidden) {
    String text = new String(alert, StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        bytes(
            filled(head, alert.length)
                + "Content-Type: application/json\r\nx-signature: "
                + signature
                + "\r\n\r\n"));
    all.writeBytes(bytes(filled(body, alert.length).replace("BODY", text)));
    all.writeBytes(bytes(hidden));
    return all.toByteArray();
  }

  private static String filled(String template, int length) {
    return template
        .replace("LEN", Integer.toString(length))
        .replace("HEX", Integer.toHexString(length));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
