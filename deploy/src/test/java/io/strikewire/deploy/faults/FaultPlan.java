package io.strikewire.deploy.faults;

/**
 * How much is done to the system; each figure a system property {@code faults.…}. By default what a
 * build has time for: the rest is done by {@code deploy/faults/run.sh}.
 *
 * @param seed chooses connections, moments and lengths
 * @param kills SIGKILLs of an instance
 * @param stops SIGSTOPs of an instance for a moment
 * @param longStops SIGSTOPs beyond every time-out
 * @param crashes SIGKILLs of PostgreSQL
 * @param each of every fault of a connection
 * @param signals least number of promised signals
 * @param batch signals in one request
 * @param spacingMs between two faults of connections
 */
record FaultPlan(
    long seed,
    int kills,
    int stops,
    int longStops,
    int crashes,
    int each,
    long signals,
    int batch,
    int spacingMs) {

  static FaultPlan ofProperties() {
    return new FaultPlan(
        Long.getLong("faults.seed", 20261124),
        Integer.getInteger("faults.kills", 3),
        Integer.getInteger("faults.stops", 20),
        Integer.getInteger("faults.longStops", 0),
        Integer.getInteger("faults.crashes", 0),
        Integer.getInteger("faults.each", 20),
        Long.getLong("faults.signals", 1000),
        Integer.getInteger("faults.batch", 1),
        Integer.getInteger("faults.spacingMs", 250));
  }
}
