package io.strikewire.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Commits together what comes in at the same time: while one group is being committed the next one
 * gathers, so that a group grows with the load. A commit costs as much as several items, so while
 * many come a group waits for more of them, for a moment; when few come an item never waits for
 * company.
 *
 * @param <T> what is committed
 * @param <R> what each is answered
 */
public final class GroupCommit<T, R> {

  private static final long LOOK_UP_MS = 200;

  private record Waiting<T, R>(T item, CompletableFuture<R> answer) {}

  private final BlockingQueue<Waiting<T, R>> queue;
  private final int most;
  private final Supplier<Duration> company;
  private final Function<List<T>, List<R>> commit;
  private final Lock gathering = new ReentrantLock();
  private final Pace pace;
  private volatile boolean stopping;

  /**
   * @param capacity how many may wait; beyond that they are refused
   * @param most how many one group may hold
   * @param moment the time between two items from which on each has a commit of its own
   * @param company how long a group waits for more while many come, asked before each wait
   * @param commit commits a group and answers each of its items, in its order
   */
  public GroupCommit(
      int capacity,
      int most,
      Duration moment,
      Supplier<Duration> company,
      Function<List<T>, List<R>> commit) {
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.most = most;
    this.company = company;
    this.commit = commit;
    this.pace = new Pace(moment, System.nanoTime());
  }

  /** The answer to come, or empty when too many wait already or nobody will commit any more. */
  public Optional<CompletableFuture<R>> offer(T item) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    return !stopping && queue.offer(new Waiting<>(item, answer))
        ? Optional.of(answer)
        : Optional.empty();
  }

  /** Whether the next offer would be refused. */
  public boolean isFull() {
    return queue.remainingCapacity() == 0;
  }

  /** Commits group after group until stopped and empty. Several threads may run this. */
  public void run() {
    while (!stopping || !queue.isEmpty()) {
      try {
        List<Waiting<T, R>> group = gather();
        if (!group.isEmpty()) {
          answer(group);
        }
      } catch (InterruptedException asked) {
        stopping = true;
      }
    }
  }

  /** The next group; one thread at a time, or each would wait with a part of it. */
  private List<Waiting<T, R>> gather() throws InterruptedException {
    gathering.lockInterruptibly();
    try {
      Waiting<T, R> first = queue.poll(stopping ? 0 : LOOK_UP_MS, TimeUnit.MILLISECONDS);
      if (first == null) {
        return List.of();
      }
      if (pace.promisesCompany() && queue.size() < most - 1) {
        LockSupport.parkNanos(company.get().toNanos());
      }
      List<Waiting<T, R>> group = new ArrayList<>();
      group.add(first);
      queue.drainTo(group, most - 1);
      pace.gathered(group.size(), System.nanoTime());
      return group;
    } finally {
      gathering.unlock();
    }
  }

  /** Takes nothing more; what waits is still committed. */
  public void stop() {
    stopping = true;
  }

  private void answer(List<Waiting<T, R>> group) {
    List<R> answers;
    try {
      answers = commit.apply(group.stream().map(Waiting::item).toList());
    } catch (RuntimeException failed) {
      group.forEach(waiting -> waiting.answer().completeExceptionally(failed));
      return;
    }
    for (int i = 0; i < group.size(); i++) {
      group.get(i).answer().complete(answers.get(i));
    }
  }
}
