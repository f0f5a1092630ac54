package io.strikewire.web.trading.http;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

/** Who asks for a change. */
public final class Actor {

  private static final String OPERATOR = "operator";

  private Actor() {}

  /** The name of the key that was shown; where none is needed, an operator. */
  public static String of(HttpServletRequest request) {
    return of(request, OPERATOR);
  }

  /** The name of the key that was shown; where none is needed, the caller's own word. */
  public static String of(HttpServletRequest request, String own) {
    Principal shown = request.getUserPrincipal();
    return shown == null ? own : shown.getName();
  }
}
