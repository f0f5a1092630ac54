package io.strikewire.book.cdi;

import io.strikewire.book.BookSettings;
import io.strikewire.contract.ContractPolicy.Choice;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.ContractChoice;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionListings;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Asks the contract policy with the latest stored chain. */
@ApplicationScoped
public class ChainChoice implements ContractChoice {

  private static final System.Logger LOG = System.getLogger(ChainChoice.class.getName());

  @Inject private OptionListings listings;
  @Inject private BookSettings settings;

  @Override
  public Optional<OptionContract> choose(Symbol symbol, Direction side, Instant now) {
    LocalDate today = now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    Optional<OptionListings.Listed> chain = listings.latest(symbol, side);
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    Choice choice =
        settings
            .contracts()
            .choose(
                side,
                BigDecimal.valueOf(chain.get().spot()),
                chain.get().listings(),
                chain.get().asOf(),
                today,
                now);
    if (choice instanceof Choice.Chosen chosen) {
      chosen
          .warnings()
          .forEach(
              warning -> LOG.log(System.Logger.Level.INFO, "{0}: {1}", chosen.contract(), warning));
      return Optional.of(chosen.contract());
    }
    LOG.log(
        System.Logger.Level.INFO,
        "no contract of {0} {1} is chosen: {2}",
        symbol,
        side,
        ((Choice.None) choice).why());
    return Optional.empty();
  }
}
