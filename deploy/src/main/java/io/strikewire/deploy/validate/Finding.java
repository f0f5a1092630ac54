package io.strikewire.deploy.validate;

/**
 * What one line of a checklist came to.
 *
 * @param list which checklist
 * @param check the line, in the guide's words
 * @param facts what was seen
 */
public record Finding(List list, String check, Outcome outcome, String facts) {

  /** The checklists. */
  public enum List {
    FIRST_15_MINUTES("first 15 minutes"),
    FIRST_HOUR("first hour"),
    FIRST_DAY("first day");

    private final String title;

    List(String title) {
      this.title = title;
    }

    /** For people. */
    public String title() {
      return title;
    }
  }

  /** What a check can come to. */
  public enum Outcome {
    PASS,
    FAIL,
    /** Too little was seen to say. */
    PENDING
  }
}
