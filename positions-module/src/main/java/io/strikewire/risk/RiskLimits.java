package io.strikewire.risk;

import io.strikewire.decision.Decision;
import io.strikewire.decision.Verdict;
import io.strikewire.option.OptionContract;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the book may hold.
 *
 * @param limits every limit; money in USD
 */
public record RiskLimits(Map<RiskLimit, BigDecimal> limits) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public RiskLimits {
    limits = Map.copyOf(limits);
    for (RiskLimit limit : RiskLimit.values()) {
      if (!limits.containsKey(limit)) {
        throw new IllegalArgumentException("no limit " + limit.label());
      }
    }
  }

  /** These limits with others put in force over them. */
  public RiskLimits with(Map<RiskLimit, BigDecimal> overrides) {
    Map<RiskLimit, BigDecimal> merged = new EnumMap<>(limits);
    merged.putAll(overrides);
    return new RiskLimits(merged);
  }

  /**
   * What is there already, orders under way included.
   *
   * @param contractsInSymbol open and on order to be bought
   * @param exposure USD of premium, open and on order to be bought
   * @param positions open and on order to be opened
   * @param profitToday USD since midnight in New York, realized and unrealized
   * @param ordersInLastMinute of the portfolio
   */
  public record Use(
      int contractsInSymbol,
      BigDecimal exposure,
      int positions,
      BigDecimal profitToday,
      int ordersInLastMinute) {

    /** The same with other contracts of the symbol. */
    public Use inSymbol(int contracts) {
      return new Use(contracts, exposure, positions, profitToday, ordersInLastMinute);
    }

    /** The same with other premium at risk. */
    public Use exposed(BigDecimal other) {
      return new Use(contractsInSymbol, other, positions, profitToday, ordersInLastMinute);
    }

    /** The same with other positions. */
    public Use open(int others) {
      return new Use(contractsInSymbol, exposure, others, profitToday, ordersInLastMinute);
    }

    /** The same with another profit today. */
    public Use earned(BigDecimal other) {
      return new Use(contractsInSymbol, exposure, positions, other, ordersInLastMinute);
    }

    /** The same with other orders in the last minute. */
    public Use ordered(int others) {
      return new Use(contractsInSymbol, exposure, positions, profitToday, others);
    }
  }

  /**
   * What is asked.
   *
   * @param ask USD per share that is to be paid
   * @param stated the premium the signal itself named, if it did
   */
  public record Request(int contracts, BigDecimal ask, Optional<BigDecimal> stated) {}

  /** One limit's word. */
  public record Judgement(RiskLimit limit, BigDecimal asked, BigDecimal allowed) {

    /** Whether it allows the entry. */
    public boolean allows() {
      return asked.compareTo(allowed) <= 0;
    }

    /** The verdict on the decision. */
    public Verdict verdict() {
      String facts =
          asked.stripTrailingZeros().toPlainString()
              + ", at most "
              + allowed.stripTrailingZeros().toPlainString();
      return allows()
          ? Verdict.pass(limit.code().name(), facts)
          : Verdict.fail(limit.code().name(), facts);
    }
  }

  /** Every limit's word on a request, up to the first that refuses. */
  public List<Judgement> judge(Request request, Use use) {
    List<Judgement> judgements = new ArrayList<>();
    for (RiskLimit limit : RiskLimit.values()) {
      Judgement judgement = new Judgement(limit, asked(limit, request, use), limits.get(limit));
      judgements.add(judgement);
      if (!judgement.allows()) {
        break;
      }
    }
    return judgements;
  }

  /** The exposure's word on an entry that was refused for it with what it was decided on. */
  public Judgement exposureOf(Decision refused) {
    return new Judgement(
        RiskLimit.TOTAL_EXPOSURE,
        usd(refused, "existingExposure").add(usd(refused, "additionalExposure")),
        limits.get(RiskLimit.TOTAL_EXPOSURE));
  }

  private static BigDecimal usd(Decision decision, String name) {
    return new BigDecimal(String.valueOf(decision.calculations().get(name)));
  }

  private static BigDecimal asked(RiskLimit limit, Request request, Use use) {
    return switch (limit) {
      case CONTRACTS_PER_POSITION -> BigDecimal.valueOf(request.contracts());
      case CONTRACTS_PER_SYMBOL ->
          BigDecimal.valueOf((long) use.contractsInSymbol() + request.contracts());
      case TOTAL_EXPOSURE -> use.exposure().add(premium(request));
      case OPEN_POSITIONS -> BigDecimal.valueOf(use.positions() + 1L);
      case DAILY_LOSS -> use.profitToday().negate().max(BigDecimal.ZERO);
      case ORDERS_PER_MINUTE -> BigDecimal.valueOf(use.ordersInLastMinute() + 1L);
      case PRICE_COLLAR -> away(request);
    };
  }

  private static BigDecimal premium(Request request) {
    return request
        .ask()
        .multiply(BigDecimal.valueOf((long) request.contracts() * OptionContract.MULTIPLIER));
  }

  /** Percent by which the market's ask is above what the signal said; 0 when it said nothing. */
  private static BigDecimal away(Request request) {
    return request
        .stated()
        .filter(stated -> stated.signum() > 0)
        .map(
            stated ->
                request
                    .ask()
                    .subtract(stated)
                    .max(BigDecimal.ZERO)
                    .multiply(HUNDRED)
                    .divide(stated, 4, RoundingMode.HALF_UP))
        .orElse(BigDecimal.ZERO);
  }
}
