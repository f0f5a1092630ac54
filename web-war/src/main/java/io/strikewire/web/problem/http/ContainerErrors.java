package io.strikewire.web.problem.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes the errors that the container finds by itself. */
@WebServlet(urlPatterns = "/internal-problem", asyncSupported = true)
public class ContainerErrors extends HttpServlet {

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer given && given >= 400 ? given : 404;
    Problems.send(response, code, code < 500 ? "The request was refused." : "The request failed.");
  }
}
