package io.strikewire.deploy.framing.grizzly;

import io.strikewire.deploy.framing.RequestFraming;
import io.strikewire.deploy.framing.RequestFraming.Step;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;

/** Lets requests through to the server's own reader when they mean one thing only. */
final class FramingFilter extends BaseFilter {

  private static final System.Logger LOG = System.getLogger(FramingFilter.class.getName());

  private final Attribute<Line> lines =
      Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("strikewire.framing");
  private final SlowSenders senders = new SlowSenders();

  private record Line(RequestFraming framing, SlowSenders.Sender sender) {}

  @Override
  public NextAction handleAccept(FilterChainContext context) {
    line(context.getConnection());
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleRead(FilterChainContext context) {
    Line line = line(context.getConnection());
    Buffer buffer = context.getMessage();
    byte[] came = new byte[buffer.remaining()];
    buffer.get(came);
    buffer.tryDispose();
    boolean fresh = !line.framing().underWay();
    boolean first = line.framing().heads() == 0;
    Step step = line.framing().feed(came);
    if (step instanceof Step.Refuse refusal) {
      refuse(context, refusal, first);
      return context.getStopAction();
    }
    line.sender().sent(came.length, fresh, line.framing().underWay());
    byte[] pass = ((Step.Pass) step).bytes();
    if (pass.length == 0) {
      return context.getStopAction();
    }
    context.setMessage(Buffers.wrap(context.getMemoryManager(), pass));
    return context.getInvokeAction();
  }

  @Override
  public NextAction handleClose(FilterChainContext context) {
    Line line = lines.get(context.getConnection());
    if (line != null) {
      line.sender().gone();
    }
    return context.getInvokeAction();
  }

  private Line line(Connection<?> connection) {
    Line known = lines.get(connection);
    if (known != null) {
      return known;
    }
    Line line = new Line(new RequestFraming(), senders.waitFor(connection));
    lines.set(connection, line);
    return line;
  }

  /** Says why, unless that could be taken for the answer to an earlier request. */
  private static void refuse(FilterChainContext context, Step.Refuse refusal, boolean first) {
    Connection<?> connection = context.getConnection();
    LOG.log(System.Logger.Level.DEBUG, "a request is refused: {0}", refusal.why());
    if (first) {
      context.write(Buffers.wrap(context.getMemoryManager(), answer(refusal)));
    }
    connection.closeSilently();
  }

  private static byte[] answer(Step.Refuse refusal) {
    String problem =
        "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":%d,\"detail\":\"%s\",\"correlation_id\":\"%s\"}"
            .formatted(
                refusal.status(), "The request has " + refusal.why() + ".", UUID.randomUUID());
    String head =
        "HTTP/1.1 %d Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(refusal.status(), problem.length());
    return (head + problem).getBytes(StandardCharsets.US_ASCII);
  }
}
