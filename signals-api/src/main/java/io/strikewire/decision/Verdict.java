package io.strikewire.decision;

/**
 * What one rule said.
 *
 * @param rule the rule's name, upper case
 * @param outcome what follows from it
 * @param detail the facts, in a sentence a trader reads
 */
public record Verdict(String rule, Outcome outcome, String detail) {

  /** What a rule can say. */
  public enum Outcome {
    PASS,
    FAIL,
    /** Neither: it moved a number or gave a warning. */
    NOTE
  }

  /** The rule is satisfied. */
  public static Verdict pass(String rule, String detail) {
    return new Verdict(rule, Outcome.PASS, detail);
  }

  /** The rule refuses. */
  public static Verdict fail(String rule, String detail) {
    return new Verdict(rule, Outcome.FAIL, detail);
  }

  /** The rule took part without refusing. */
  public static Verdict note(String rule, String detail) {
    return new Verdict(rule, Outcome.NOTE, detail);
  }

  @Override
  public String toString() {
    return rule + " " + outcome + ": " + detail;
  }
}
