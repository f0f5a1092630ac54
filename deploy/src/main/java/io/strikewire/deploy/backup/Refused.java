package io.strikewire.deploy.backup;

/** A restore that was not begun. */
public final class Refused extends RuntimeException {

  /** With what stands against it. */
  public Refused(String why) {
    super(why);
  }
}
