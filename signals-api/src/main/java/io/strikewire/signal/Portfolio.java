package io.strikewire.signal;

import java.util.regex.Pattern;

/** The account whose rules and book a signal is decided against; one writer decides for each. */
public record Portfolio(String name) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");

  /** The portfolio of senders that name none. */
  public static final Portfolio MAIN = new Portfolio("main");

  public Portfolio {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a portfolio's name is 1 to 32 of a-z 0-9 _ -, was " + name);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
