package io.strikewire.web.page.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The page and what it loads. */
@Path("/")
@RequestScoped
public class PageResource {

  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html;charset=utf-8",
          "app.css", "text/css;charset=utf-8",
          "app.js", "text/javascript;charset=utf-8",
          "icon.svg", "image/svg+xml");

  /** The page. */
  @GET
  public Response page() {
    return file("index.html");
  }

  /** Its styles, code and icon. */
  @GET
  @Path("assets/{name}")
  public Response asset(@PathParam("name") String name) {
    return file(name);
  }

  private static Response file(String name) {
    String type = TYPES.get(name);
    if (type == null) {
      throw new NotFoundException();
    }
    try (InputStream file = PageResource.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new NotFoundException();
      }
      return Response.ok(file.readAllBytes(), type).header("Cache-Control", "no-cache").build();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
