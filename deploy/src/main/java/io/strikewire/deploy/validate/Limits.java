package io.strikewire.deploy.validate;

import java.time.Duration;

/**
 * What is expected: the guide's figures, and how much has to be seen before they say something.
 *
 * @param signals decided signals before a rate or a percentile counts
 * @param processingMs of 95 in 100 signals
 * @param decisionMs of 95 in 100 decisions
 * @param hitRate least part of decisions with a fresh context
 * @param acceptance least part of signals that enter
 * @param roundTripMs of the database
 * @param pageMs until a page's parts are there
 * @param observed how far apart samples of memory and database have to be
 * @param heapGrowth most growth of the heap's floor, 0.25 for a quarter
 * @param databaseGrowth most growth of the database in bytes a day
 */
public record Limits(
    int signals,
    double processingMs,
    double decisionMs,
    double hitRate,
    double acceptance,
    double roundTripMs,
    double pageMs,
    Duration observed,
    double heapGrowth,
    long databaseGrowth) {

  /** The guide's. */
  public static final Limits OF_THE_GUIDE =
      new Limits(20, 100, 500, 0.8, 0.5, 50, 1000, Duration.ofHours(1), 0.25, 1L << 30);

  /** The same with another range of acceptance. */
  public Limits accepting(double least) {
    return new Limits(
        signals,
        processingMs,
        decisionMs,
        hitRate,
        least,
        roundTripMs,
        pageMs,
        observed,
        heapGrowth,
        databaseGrowth);
  }
}
