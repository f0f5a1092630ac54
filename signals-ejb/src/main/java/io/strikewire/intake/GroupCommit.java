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

/**
 * Commits together what comes in at the same time: while one group is being committed the next one
 * gathers, so that a group grows with the load. A commit costs as much as several items, so while
 * many come a group waits for more of them, for a moment, and where others take in a part of the
 * crowd also for the group before it; when few come an item never waits for company.
 *
 * @param <T> what is committed
 * @param <R> what each is answered
 */
public final class GroupCommit<T, R> {

  private static final long LOOK_UP_MS = 200;

  /** A commit that takes longer may be stuck on its connection; the other thread has its own. */
  private static final long LONG_MS = 500;

  private record Waiting<T, R>(T item, CompletableFuture<R> answer) {}

  private final BlockingQueue<Waiting<T, R>> queue;
  private final int most;
  private final Crowd crowd;
  private final Function<List<T>, List<R>> commit;
  private final Lock gathering = new ReentrantLock();

  /** Fair, so that the other thread does not wait for more than a group. */
  private final Lock turn = new ReentrantLock(true);

  private final Pace pace;
  private volatile boolean stopping;

  /**
   * @param capacity how many may wait; beyond that they are refused
   * @param most how many one group may hold
   * @param moment the time between two items from which on each has a commit of its own
   * @param crowd asked before each group
   * @param commit commits a group and answers each of its items, in its order
   */
  public GroupCommit(
      int capacity, int most, Duration moment, Crowd crowd, Function<List<T>, List<R>> commit) {
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.most = most;
    this.crowd = crowd;
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
        commitNext();
      } catch (InterruptedException asked) {
        stopping = true;
      }
    }
  }

  /** Of a shared crowd one group at a time, unless the one before it takes too long. */
  private void commitNext() throws InterruptedException {
    boolean alone = crowd.isShared() && turn.tryLock(LONG_MS, TimeUnit.MILLISECONDS);
    try {
      List<Waiting<T, R>> group = gather();
      if (!group.isEmpty()) {
        answer(group);
      }
    } finally {
      if (alone) {
        turn.unlock();
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
        LockSupport.parkNanos(crowd.company().toNanos());
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
