package io.strikewire.payload;

/**
 * One thing wrong with what a sender sent.
 *
 * @param field its name, or {@code body} for the whole
 * @param received what came, shortened to {@value #SHOWN} characters
 * @param accepted what is accepted instead
 */
public record Mistake(String field, String received, String accepted) {

  /** Longest excerpt of a sender's text that is repeated to it. */
  public static final int SHOWN = 120;

  public Mistake {
    received = received.length() <= SHOWN ? received : received.substring(0, SHOWN - 1) + "…";
  }
}
