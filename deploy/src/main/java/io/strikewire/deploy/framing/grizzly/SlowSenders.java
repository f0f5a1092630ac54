package io.strikewire.deploy.framing.grizzly;

import io.strikewire.deploy.framing.Patience;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;

/** Connections whose request is on its way; those that take too long are cut. */
final class SlowSenders {

  private static final long LOOK_MS = 500;

  private final Set<Sender> waitedFor = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "slow-senders");
            thread.setDaemon(true);
            return thread;
          });

  /** Begins to watch. */
  SlowSenders() {
    watch.scheduleWithFixedDelay(this::cut, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  /** A connection's sender, waited for from now on. */
  Sender waitFor(Connection<?> connection) {
    Sender sender = new Sender(connection);
    waitedFor.add(sender);
    return sender;
  }

  private void cut() {
    long now = System.nanoTime();
    for (Sender sender : waitedFor) {
      if (Patience.isOver(Duration.ofNanos(now - sender.began), sender.bytes)) {
        waitedFor.remove(sender);
        sender.connection.terminateSilently();
      }
    }
  }

  /** One request under way. */
  final class Sender {

    private final Connection<?> connection;
    private volatile long began = System.nanoTime();
    private volatile long bytes;

    private Sender(Connection<?> connection) {
      this.connection = connection;
    }

    /**
     * Something came.
     *
     * @param fresh whether it is the beginning of a request
     * @param more whether more is to come
     */
    void sent(int came, boolean fresh, boolean more) {
      if (fresh) {
        began = System.nanoTime();
        bytes = 0;
      }
      bytes += came;
      if (more) {
        waitedFor.add(this);
      } else {
        waitedFor.remove(this);
      }
    }

    void gone() {
      waitedFor.remove(this);
    }
  }
}
