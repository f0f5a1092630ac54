package io.strikewire.intake;

import java.time.Duration;

/** What is known of those who come at the same time, beyond what one group shows. */
@FunctionalInterface
public interface Crowd {

  /** How long a group waits for more of them while many come. */
  Duration company();

  /**
   * Whether other instances take a part of it in. A group then waits until the one before it is
   * answered, for whoever was answered comes again: half of a part makes a group that is hardly
   * worth its commit, and others have work for the processor meanwhile.
   */
  default boolean isShared() {
    return false;
  }
}
