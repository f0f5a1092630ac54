package io.strikewire.web.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request whose sender showed the key: who acts has its name. */
final class KeyHolder extends HttpServletRequestWrapper {

  private final String name;

  KeyHolder(HttpServletRequest request, String name) {
    super(request);
    this.name = name;
  }

  @Override
  public Principal getUserPrincipal() {
    return () -> name;
  }
}
