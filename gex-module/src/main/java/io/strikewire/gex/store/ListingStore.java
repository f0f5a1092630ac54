package io.strikewire.gex.store;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.option.Listing;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionListings;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Lists what the newest chains offer; deltas by the model from the chain's volatility. */
@Stateless
@Local(OptionListings.class)
public class ListingStore implements OptionListings {

  private static final int PRICE_DECIMALS = 4;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Override
  public Optional<Listed> latest(Symbol underlying, Direction side) {
    try (Connection connection = database.getConnection()) {
      return ChainRows.latest(connection, underlying).map(chain -> listed(chain, side));
    } catch (SQLException broken) {
      throw new IllegalStateException("the chain store cannot use the database", broken);
    }
  }

  private static Listed listed(OptionChain chain, Direction side) {
    return new Listed(
        chain.asOf(),
        chain.spot(),
        IntStream.range(0, chain.size())
            .filter(row -> chain.isCall(row) == (side == Direction.CALL))
            .mapToObj(row -> listing(chain, row))
            .toList());
  }

  private static Listing listing(OptionChain chain, int row) {
    double volatility = known(chain.iv(row));
    double days = Math.max(chain.epochDay(row) - chain.date().toEpochDay(), 1);
    double delta =
        volatility == 0
            ? 0
            : BlackFormulaRepository.delta(
                chain.spot(),
                chain.strike(row).doubleValue(),
                days / 365,
                volatility,
                chain.isCall(row));
    double interest = chain.openInterest(row);
    return new Listing(
        new OptionContract(
            new Symbol(chain.root(row)),
            LocalDate.ofEpochDay(chain.epochDay(row)),
            chain.isCall(row) ? Direction.CALL : Direction.PUT,
            chain.strike(row)),
        BigDecimal.valueOf(chain.bid(row), PRICE_DECIMALS),
        BigDecimal.valueOf(chain.ask(row), PRICE_DECIMALS),
        delta,
        known(chain.gamma(row)),
        volatility,
        Double.isNaN(interest) ? OptionalDouble.empty() : OptionalDouble.of(interest));
  }

  private static double known(double measure) {
    return Double.isNaN(measure) || measure < 0 ? 0 : measure;
  }
}
