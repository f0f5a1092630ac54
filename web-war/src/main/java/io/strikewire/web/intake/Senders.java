package io.strikewire.web.intake;

import io.strikewire.inbox.AlertDefaults;
import io.strikewire.inbox.Delivery;
import io.strikewire.inbox.SenderTokens;
import io.strikewire.inbox.SenderTokens.Sender;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Portfolio;
import io.strikewire.web.access.ClientAddress;
import io.strikewire.web.access.Network;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Knows senders by what they show: the ladder from a signature down to a secret address. */
public final class Senders {

  private static final String SIGNING = "hmac";

  private final Signatures signatures;
  private final StandardWebhooks standard;
  private final SenderTokens tokens;

  /** Senders who know one of the secrets, or have one of the tokens. */
  public Senders(Secrets secrets, SenderTokens tokens) {
    this.signatures = new Signatures(secrets);
    this.standard = new StandardWebhooks(secrets);
    this.tokens = tokens;
  }

  /** The delivery of a sender that proved itself; empty when it did not, whatever is missing. */
  public Optional<Delivery> delivery(
      Entrance entrance, Presented presented, byte[] body, Instant now) {
    if (presented.repeated()) {
      return Optional.empty();
    }
    if (entrance instanceof Entrance.ByToken byToken) {
      return tokens
          .sender(byToken.token())
          .flatMap(
              sender ->
                  grade(sender, presented).map(grade -> delivery(sender, grade, presented, body)));
    }
    return signed(presented, body, now)
        ? Optional.of(
            new Delivery(
                SIGNING,
                Portfolio.MAIN,
                AlertDefaults.NONE,
                AuthGrade.HMAC,
                Optional.empty(),
                presented.idempotencyKey(),
                body))
        : Optional.empty();
  }

  /** Whoever shows two signatures has to have both right. */
  private boolean signed(Presented presented, byte[] body, Instant now) {
    boolean asStandard = presented.standard().signature() != null;
    boolean plain = presented.signature() != null;
    return (asStandard || plain)
        && (!asStandard || standard.accept(presented.standard(), body, now))
        && (!plain || signatures.accept(presented.signature(), body));
  }

  private static Optional<AuthGrade> grade(Sender sender, Presented presented) {
    if (sender.addresses().isEmpty()) {
      return Optional.of(AuthGrade.TOKEN);
    }
    List<Network> bound =
        sender.addresses().stream().map(Network::parse).flatMap(Optional::stream).toList();
    return presented
        .address()
        .filter(address -> ClientAddress.isOne(address, bound))
        .map(address -> AuthGrade.TOKEN_AND_ADDRESS);
  }

  private static Delivery delivery(
      Sender sender, AuthGrade grade, Presented presented, byte[] body) {
    return new Delivery(
        sender.id().toString(),
        sender.portfolio(),
        sender.defaults(),
        grade,
        sender.freshWithin(),
        presented.idempotencyKey(),
        body);
  }
}
