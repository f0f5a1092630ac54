package io.strikewire.web.intake.http;

import io.strikewire.web.intake.BoundedBody;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.problem.http.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;

/** A body of bounded size and accepted type, or the refusal that fits. */
public final class Incoming {

  private Incoming() {}

  /** The body's bytes; size is looked at first, then type. */
  public static byte[] read(
      HttpServletRequest request, InputStream body, int most, ContentTypes types) {
    byte[] bytes;
    try {
      bytes =
          BoundedBody.read(body, request.getContentLengthLong(), most)
              .orElseThrow(() -> refused(413, "The body is longer than " + most + " bytes."));
    } catch (IOException broken) {
      throw refused(400, "The body could not be read to its end.");
    }
    if (!types.accept(request.getContentType())) {
      throw refused(415, "This media type is not accepted here.");
    }
    return bytes;
  }

  /** The refusal with this answer. */
  public static RefusedDelivery refused(int status, String detail) {
    return new RefusedDelivery(Problems.answer(status, detail));
  }

  /** Carries the finished answer. */
  public static final class RefusedDelivery extends WebApplicationException {
    RefusedDelivery(jakarta.ws.rs.core.Response answer) {
      super(answer);
    }
  }
}
