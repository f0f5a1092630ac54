package io.strikewire.deploy.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory PostgreSQL holds pages in: a quarter of what there is, as its own documentation
 * advises, between its default and what the indexes of a few million signals need.
 *
 * @param megabytes 128 to 512
 */
record Buffers(long megabytes) {

  private static final long LEAST = 128;
  private static final long MOST = 512;

  Buffers {
    if (megabytes < LEAST || megabytes > MOST) {
      throw new IllegalArgumentException("buffers of " + megabytes + " MB");
    }
  }

  /** For a machine, or the container that is all the machine this process has. */
  static Buffers ofThisMachine() {
    var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return of(machine.getTotalMemorySize());
  }

  /**
   * For so much memory.
   *
   * @param memory bytes
   */
  static Buffers of(long memory) {
    long quarter = memory / 4 / 1024 / 1024;
    return new Buffers(Math.max(LEAST, Math.min(MOST, quarter)));
  }

  /** As PostgreSQL reads it. */
  String setting() {
    return megabytes + "MB";
  }
}
