package io.strikewire.web.trading.http;

import io.strikewire.payload.PayloadReader;
import io.strikewire.position.OrderBook;
import io.strikewire.position.OrderState;
import io.strikewire.position.TradingDesk;
import io.strikewire.signal.SignalId;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.http.Incoming;
import io.strikewire.web.reading.http.PageView;
import io.strikewire.web.reading.http.Queries;
import io.strikewire.web.trading.BrakeReading;
import io.strikewire.web.trading.FlatJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads orders, withdraws and replaces them. */
@Path("/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrdersResource {

  private static final int LONGEST_BODY = 4_096;
  private static final Set<String> STATES =
      Arrays.stream(OrderState.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  @Inject OrderBook book;
  @Inject TradingDesk desk;
  @Inject Clock clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  /** Newest first. */
  @GET
  public PageView<OrderView> list() {
    return PageView.of(
        book.page(new OrderBook.OrderRequest(Queries.page(uri, STATES))), OrderView::of);
  }

  /** One order. */
  @GET
  @Path("{id}")
  public OrderView one(@PathParam("id") String id) {
    return book.order(uuid(id)).map(OrderView::of).orElseThrow(NotFoundException::new);
  }

  /** Asks for its withdrawal. */
  @POST
  @Path("{id}/cancel")
  public Response cancel(@PathParam("id") String id) {
    return Wishes.answer(desk.cancel(uuid(id), Actor.of(request), clock.instant()));
  }

  /** Asks for its withdrawal, and for the rest to be ordered at another limit. */
  @POST
  @Path("{id}/replace")
  public Response replace(@PathParam("id") String id, InputStream body) {
    PayloadReader reader =
        new PayloadReader(
            FlatJson.object(Incoming.read(request, body, LONGEST_BODY, ContentTypes.ALERT)));
    Optional<BigDecimal> limit =
        reader.required("USD per share above 0, in cents", OrdersResource::cents, "limit_price");
    BrakeReading.refuse(reader);
    return Wishes.answer(
        desk.replace(
            uuid(id),
            limit.orElseThrow(),
            Actor.of(request, BrakeReading.by(reader)),
            clock.instant()));
  }

  private static Optional<BigDecimal> cents(String text) {
    return text.matches("\\d{1,6}(\\.\\d{1,2})?")
        ? Optional.of(new BigDecimal(text)).filter(price -> price.signum() > 0)
        : Optional.empty();
  }

  private static UUID uuid(String text) {
    return SignalId.parse(text).map(SignalId::value).orElseThrow(NotFoundException::new);
  }
}
