package io.strikewire.web.access.http;

import io.strikewire.web.access.KeyUsed;
import io.strikewire.web.access.PublicPaths;
import io.strikewire.web.problem.http.Problems;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks for a key outside development, except on public addresses. */
public class AccessFilter extends HttpFilter {

  private static final System.Logger LOG = System.getLogger(AccessFilter.class.getName());

  @Inject
  @ConfigProperty(name = "strikewire.env", defaultValue = "development")
  private String environment;

  @Inject private transient Doorman doorman;
  @Inject private transient Event<KeyUsed> used;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (PublicPaths.isForeign(request.getMethod(), request.getHeader("Sec-Fetch-Site"))) {
      Problems.send(response, 403, "Another site may not ask for this.");
    } else if (environment.equals("development") || PublicPaths.includes(path)) {
      chain.doFilter(request, response);
    } else {
      admit(request, response, chain, path);
    }
  }

  private void admit(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
      throws IOException, ServletException {
    Doorman.Answer answer;
    try {
      answer = doorman.ask(request, path);
    } catch (IllegalStateException away) {
      LOG.log(System.Logger.Level.WARNING, "keys cannot be looked up: {0}", away);
      response.setHeader("Retry-After", "1");
      Problems.send(response, 503, "Keys cannot be looked up just now.");
      return;
    }
    if (answer instanceof Doorman.Answer.Welcome welcome) {
      used.fire(new KeyUsed(welcome.name(), request.getMethod(), path, request.getRemoteAddr()));
      chain.doFilter(new KeyHolder(request, welcome.name()), response);
    } else if (answer instanceof Doorman.Answer.NotForYou less) {
      Problems.send(
          response, 403, "This address needs a key of scope " + less.needed().word() + ".");
    } else if (answer instanceof Doorman.Answer.Later later) {
      response.setHeader("Retry-After", Long.toString(later.pause().toSeconds() + 1));
      Problems.send(response, 429, "Too many wrong keys came from this address.");
    } else {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Strikewire\", charset=\"UTF-8\"");
      Problems.send(response, 401, "This address needs a key.");
    }
  }
}
