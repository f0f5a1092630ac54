package io.strikewire.deploy;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work beside the server's own start, which needs none of it before it deploys the application.
 *
 * @param task begun already
 * @param <T> what it leaves
 */
record Meanwhile<T>(FutureTask<T> task) {

  /** Begins on a thread of its own, which sees the classes that the caller sees now. */
  static <T> Meanwhile<T> begin(String name, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return new Meanwhile<>(task);
  }

  /**
   * Waits for its end.
   *
   * @throws IllegalStateException if it failed, in the words it failed with
   */
  T result() {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      Throwable why = failed.getCause();
      throw new IllegalStateException(
          why.getMessage() == null ? why.toString() : why.getMessage(), why);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopping);
    }
  }
}
