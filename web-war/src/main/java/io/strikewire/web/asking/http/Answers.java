package io.strikewire.web.asking.http;

import io.strikewire.payload.Mistake;
import io.strikewire.web.intake.BoundedBody;
import io.strikewire.web.problem.BadRequest;
import io.strikewire.whatif.DecisionDesk.Answer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Bodies in, answers or problems out. */
final class Answers {

  private static final int LONGEST_BODY = 65_536;

  private Answers() {}

  static byte[] body(HttpServletRequest request, InputStream body) {
    try {
      return BoundedBody.read(body, request.getContentLengthLong(), LONGEST_BODY)
          .orElseThrow(() -> mistake("more than " + LONGEST_BODY + " bytes"));
    } catch (IOException broken) {
      throw mistake("a body that breaks off");
    }
  }

  static String json(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      throw new BadRequest(refused.mistakes());
    }
    return ((Answer.Answered) answer).json();
  }

  private static BadRequest mistake(String received) {
    return new BadRequest(
        List.of(new Mistake("body", received, "a JSON object of at most 65536 bytes")));
  }
}
