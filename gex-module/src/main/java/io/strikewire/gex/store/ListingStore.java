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

/** Lists what the newest chains offer; sensitivities by the model from the chain's volatility. */
@Stateless
@Local(OptionListings.class)
public class ListingStore implements OptionListings {

  private static final int PRICE_DECIMALS = 4;
  private static final double DAYS_OF_A_YEAR = 365;

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
    double spot = chain.spot();
    double strike = chain.strike(row).doubleValue();
    double years = Math.max(chain.epochDay(row) - chain.date().toEpochDay(), 1) / DAYS_OF_A_YEAR;
    boolean modelled = volatility > 0;
    double gamma = known(chain.gamma(row));
    double interest = chain.openInterest(row);
    return new Listing(
        new OptionContract(
            new Symbol(chain.root(row)),
            LocalDate.ofEpochDay(chain.epochDay(row)),
            chain.isCall(row) ? Direction.CALL : Direction.PUT,
            chain.strike(row)),
        BigDecimal.valueOf(chain.bid(row), PRICE_DECIMALS),
        BigDecimal.valueOf(chain.ask(row), PRICE_DECIMALS),
        modelled
            ? BlackFormulaRepository.delta(spot, strike, years, volatility, chain.isCall(row))
            : 0,
        gamma == 0 && modelled
            ? BlackFormulaRepository.gamma(spot, strike, years, volatility)
            : gamma,
        modelled
            ? BlackFormulaRepository.driftlessTheta(spot, strike, years, volatility)
                / DAYS_OF_A_YEAR
            : 0,
        modelled ? BlackFormulaRepository.vega(spot, strike, years, volatility) / 100 : 0,
        volatility,
        Double.isNaN(interest) ? OptionalDouble.empty() : OptionalDouble.of(interest));
  }

  private static double known(double measure) {
    return Double.isNaN(measure) || measure < 0 ? 0 : measure;
  }
}
