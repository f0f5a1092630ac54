package io.strikewire.web.problem.http;

import io.strikewire.payload.Mistake;
import io.strikewire.web.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Problem documents as answers. */
public final class Problems {

  private Problems() {}

  /** An answer under a new correlation id. */
  public static Response answer(int status, String detail) {
    return answer(Problem.of(status, detail, newId()));
  }

  /** An answer under a new correlation id, with mistakes. */
  public static Response answer(int status, String detail, List<Mistake> mistakes) {
    return answer(new Problem(status, detail, newId(), mistakes));
  }

  /** The problem as a REST answer. */
  public static Response answer(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(problem.json().getBytes(StandardCharsets.US_ASCII))
        .build();
  }

  /** The problem as a servlet's answer. */
  public static void send(HttpServletResponse response, int status, String detail)
      throws IOException {
    byte[] body = Problem.of(status, detail, newId()).json().getBytes(StandardCharsets.US_ASCII);
    response.setStatus(status);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }
}
