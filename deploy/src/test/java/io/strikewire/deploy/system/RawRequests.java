package io.strikewire.deploy.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;

/** Requests byte for byte, as no client library would send them. */
record RawRequests(RunningStrikewire strikewire) {

  private static final int LONGEST_MS = 12_000;

  Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", strikewire.port());
    socket.setSoTimeout(LONGEST_MS);
    return socket;
  }

  /** A POST with these header lines on a connection of its own; everything that comes back. */
  String post(String path, List<String> headers, byte[] body) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: strikewire.example\r\nConnection: close\r\n"
            + "Content-Length: "
            + body.length
            + "\r\n"
            + String.join("", headers.stream().map(line -> line + "\r\n").toList())
            + "\r\n";
    request.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    request.writeBytes(body);
    return said(request.toByteArray());
  }

  /** Sends bytes; everything that comes back until the server hangs up. */
  String said(byte[] request) throws IOException {
    Socket socket = connect();
    socket.getOutputStream().write(request);
    return said(socket);
  }

  static String said(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (socket) {
      InputStream in = socket.getInputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        all.write(next);
      }
    } catch (SocketException reset) {
      return all.toString(StandardCharsets.ISO_8859_1);
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  /** How many stored signals have this word in their bodies. */
  long stored(String word) throws Exception {
    try (Connection connection = DriverManager.getConnection(strikewire.jdbcUrl());
        PreparedStatement query =
            connection.prepareStatement("SELECT count(*) FROM signals WHERE strpos(body, ?) > 0")) {
      query.setString(1, word);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
