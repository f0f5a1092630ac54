package io.strikewire.web.access;

import static io.strikewire.access.Scope.ADMIN;
import static io.strikewire.access.Scope.READ;
import static io.strikewire.access.Scope.TRADE;

import io.strikewire.access.Scope;
import java.util.List;
import java.util.regex.Pattern;

/** Which scope opens which endpoint. What is in no row needs the highest. */
public final class Endpoints {

  /**
   * A row of the table.
   *
   * @param path as its resource says it: {@code /positions/{id}/close}
   */
  public record Endpoint(String method, String path, Scope scope) {

    private boolean is(String asked, Pattern address, String rawPath) {
      return method.equals(asked) && address.matcher(rawPath).matches();
    }
  }

  private record Row(Endpoint endpoint, Pattern address) {}

  /** The table. */
  public static final List<Endpoint> ALL =
      List.of(
          new Endpoint("GET", "/", READ),
          new Endpoint("GET", "/assets/{name}", READ),
          new Endpoint("GET", "/live", READ),
          new Endpoint("GET", "/openapi", READ),
          new Endpoint("GET", "/config", READ),
          new Endpoint("GET", "/signals", READ),
          new Endpoint("GET", "/signals/{id}", READ),
          new Endpoint("POST", "/signals/doctor", READ),
          new Endpoint("POST", "/signals/{id}/retry", TRADE),
          new Endpoint("GET", "/decisions", READ),
          new Endpoint("POST", "/decisions/what-if", READ),
          new Endpoint("GET", "/positions", READ),
          new Endpoint("GET", "/positions/{id}", READ),
          new Endpoint("POST", "/positions/{id}/close", TRADE),
          new Endpoint("GET", "/orders", READ),
          new Endpoint("GET", "/orders/{id}", READ),
          new Endpoint("POST", "/orders/{id}/cancel", TRADE),
          new Endpoint("POST", "/orders/{id}/replace", TRADE),
          new Endpoint("POST", "/quotes", TRADE),
          new Endpoint("POST", "/settlements", TRADE),
          new Endpoint("GET", "/performance", READ),
          new Endpoint("GET", "/risk", READ),
          new Endpoint("POST", "/risk/overrides", ADMIN),
          new Endpoint("GET", "/kill-switch", READ),
          new Endpoint("GET", "/kill-switch/history", READ),
          new Endpoint("POST", "/kill-switch", TRADE),
          new Endpoint("GET", "/holds", READ),
          new Endpoint("POST", "/holds", TRADE),
          new Endpoint("POST", "/holds/{id}/release", TRADE),
          new Endpoint("GET", "/context", READ),
          new Endpoint("GET", "/context/modes", READ),
          new Endpoint("POST", "/context/refresh", TRADE),
          new Endpoint("GET", "/gex/{symbol}", READ),
          new Endpoint("GET", "/gex/{symbol}/strikes", READ),
          new Endpoint("GET", "/gex/{symbol}/history", READ),
          new Endpoint("POST", "/gex/{symbol}/refresh", TRADE),
          new Endpoint("POST", "/gex/chains", TRADE),
          new Endpoint("GET", "/errors", READ),
          new Endpoint("GET", "/audit", ADMIN));

  private static final List<Row> ROWS =
      ALL.stream().map(row -> new Row(row, address(row.path()))).toList();

  private Endpoints() {}

  private static Pattern address(String path) {
    return Pattern.compile(path.replaceAll("\\{[a-z]+}", "[^/;]+"));
  }

  /**
   * The scope that a request needs. Judged by the address as it was sent: whatever is decorated or
   * unknown needs {@link Scope#ADMIN}.
   */
  public static Scope needed(String method, String rawPath) {
    String asked = method.equals("HEAD") ? "GET" : method;
    return ROWS.stream()
        .filter(row -> row.endpoint().is(asked, row.address(), rawPath))
        .map(row -> row.endpoint().scope())
        .findFirst()
        .orElse(ADMIN);
  }
}
