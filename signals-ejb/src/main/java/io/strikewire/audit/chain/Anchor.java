package io.strikewire.audit.chain;

/**
 * Where a chain begins once its oldest records are gone.
 *
 * @param end the last record that went; a signed checkpoint says the same
 * @param decided {@code decisions.sequence} of the last decision up to there
 * @param looked up to which decision rows were looked through
 * @param kept digest over the records up to there that stay
 */
public record Anchor(ChainEnd end, long decided, long looked, String kept) {

  /** Of a chain that has all of its records. */
  public static Anchor none(String chain) {
    return new Anchor(ChainEnd.none(chain), 0, 0, "");
  }

  /** Whose chain. */
  public String chain() {
    return end.chain();
  }

  /** The same with decisions looked through up to this one. */
  public Anchor lookedTo(long sequence) {
    return new Anchor(end, decided, sequence, kept);
  }
}
