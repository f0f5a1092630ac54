package io.strikewire.web.metrics.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A request that asks for plain text, whatever it asked for. */
final class PlainTextRequest extends HttpServletRequestWrapper {

  private static final String TEXT = "text/plain";

  PlainTextRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public String getHeader(String name) {
    return name.equalsIgnoreCase("Accept") ? TEXT : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase("Accept")
        ? Collections.enumeration(List.of(TEXT))
        : super.getHeaders(name);
  }
}
