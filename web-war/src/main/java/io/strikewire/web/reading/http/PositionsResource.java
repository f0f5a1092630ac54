package io.strikewire.web.reading.http;

import io.strikewire.option.OptionListings;
import io.strikewire.position.Greeks;
import io.strikewire.position.MarkFreshness;
import io.strikewire.position.OrderBook;
import io.strikewire.position.Position;
import io.strikewire.position.PositionBook;
import io.strikewire.position.TradingDesk;
import io.strikewire.signal.SignalId;
import io.strikewire.web.trading.http.Actor;
import io.strikewire.web.trading.http.Wishes;
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
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads positions, and closes them by hand. */
@Path("/positions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PositionsResource {

  private static final Set<String> STATUSES = Set.of("open", "closed");

  @Inject PositionBook book;
  @Inject OrderBook orders;
  @Inject OptionListings listings;
  @Inject MarkFreshness freshness;
  @Inject TradingDesk desk;
  @Inject Clock clock;
  @Context UriInfo uri;
  @Context HttpServletRequest request;

  /** Newest first. */
  @GET
  public PageView<PositionView> list() {
    return PageView.of(
        book.page(Queries.page(uri, STATUSES)),
        position -> PositionView.listed(position, freshness, clock.instant()));
  }

  /** One position with its executions, marks, exit decisions and orders. */
  @GET
  @Path("{id}")
  public PositionView one(@PathParam("id") String text) {
    UUID id = uuid(text);
    return book.find(id)
        .map(
            position ->
                PositionView.of(
                    position,
                    new PositionView.Details(
                        greeks(position).orElse(null),
                        book.fills(id),
                        book.marks(id),
                        book.exits(id),
                        orders.ordersOf(id)),
                    freshness,
                    clock.instant()))
        .orElseThrow(NotFoundException::new);
  }

  /** Orders what is open of it to be sold. */
  @POST
  @Path("{id}/close")
  public Response close(@PathParam("id") String text) {
    return Wishes.answer(desk.close(uuid(text), Actor.of(request), clock.instant()));
  }

  private Optional<Greeks> greeks(Position position) {
    return listings
        .latest(position.symbol(), position.contract().right())
        .flatMap(
            listed ->
                listed.listings().stream()
                    .filter(listing -> listing.contract().equals(position.contract()))
                    .findFirst()
                    .map(
                        listing ->
                            new Greeks(
                                listing.delta(),
                                listing.gamma(),
                                listing.theta(),
                                listing.vega(),
                                listing.volatility(),
                                listed.asOf())));
  }

  private static UUID uuid(String text) {
    return SignalId.parse(text).map(SignalId::value).orElseThrow(NotFoundException::new);
  }
}
