package io.strikewire.deploy;

import java.util.List;
import java.util.function.IntSupplier;
import sun.misc.Signal;

/**
 * Stops the service in its own order on Ctrl-C and on SIGTERM. The JVM's shutdown hooks run all at
 * once: the database would go while the server still writes, and the exit code would say 143.
 */
final class StopSignals {

  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private StopSignals() {}

  /** Runs {@code stop} on the first signal and ends the process with the code it answers. */
  static void answerWith(IntSupplier stop) {
    for (String name : SIGNALS) {
      Signal.handle(new Signal(name), signal -> begin(stop));
    }
  }

  /** The JVM runs handlers on daemon threads: it would end with the server, before the database. */
  private static void begin(IntSupplier stop) {
    Thread stopping = new Thread(() -> end(stop), "stop");
    stopping.setDaemon(false);
    stopping.start();
  }

  private static synchronized void end(IntSupplier stop) {
    Runtime.getRuntime().halt(stop.getAsInt());
  }
}
