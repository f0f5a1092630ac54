package io.strikewire.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GroupCommitTest {

  private static final Duration AT_ONCE = Duration.ZERO;

  private static final Crowd SHARED =
      new Crowd() {
        @Override
        public Duration company() {
          return AT_ONCE;
        }

        @Override
        public boolean isShared() {
          return true;
        }
      };

  @Test
  void what_comes_while_a_group_is_committed_forms_the_next_one() throws Exception {
    CountDownLatch firstBegan = new CountDownLatch(1);
    CountDownLatch firstMayEnd = new CountDownLatch(1);
    ConcurrentLinkedQueue<List<Integer>> groups = new ConcurrentLinkedQueue<>();
    GroupCommit<Integer, Integer> commit =
        new GroupCommit<>(
            10,
            3,
            AT_ONCE,
            () -> AT_ONCE,
            group -> {
              groups.add(List.copyOf(group));
              firstBegan.countDown();
              await(firstMayEnd);
              return group.stream().map(n -> n * 10).toList();
            });
    Thread writer = new Thread(commit::run);
    writer.start();
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    answers.add(commit.offer(1).orElseThrow());
    await(firstBegan);
    IntStream.rangeClosed(2, 5).forEach(n -> answers.add(commit.offer(n).orElseThrow()));
    assertThat(answers).noneMatch(CompletableFuture::isDone);
    firstMayEnd.countDown();
    commit.stop();
    writer.join();
    assertThat(answers).extracting(CompletableFuture::join).containsExactly(10, 20, 30, 40, 50);
    assertThat(groups).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5));
  }

  @Test
  void one_thread_gathers_at_a_time_so_that_a_crowd_is_not_split() throws Exception {
    HeldFirst held = new HeldFirst();
    GroupCommit<Integer, Integer> commit =
        new GroupCommit<>(
            100, 50, Duration.ofMillis(2), () -> Duration.ofMillis(300), held::commit);
    IntStream.range(0, 4).forEach(n -> assertThat(commit.offer(n)).isPresent());
    Thread first = new Thread(commit::run);
    Thread second = new Thread(commit::run);
    first.start();
    await(held.began);
    second.start();
    // The last group had company, so this one waits for it: the later ones join the first of them.
    CompletableFuture<Integer> alone = commit.offer(4).orElseThrow();
    IntStream.range(5, 40).forEach(n -> assertThat(commit.offer(n)).isPresent());
    assertThat(alone.get(20, TimeUnit.SECONDS)).isEqualTo(4);
    held.mayEnd.countDown();
    commit.stop();
    first.join();
    second.join();
    assertThat(held.sizes).containsExactly(4, 36);
  }

  @Test
  void of_a_shared_crowd_a_group_waits_for_the_one_before_it_but_not_for_ever() throws Exception {
    HeldFirst held = new HeldFirst();
    GroupCommit<Integer, Integer> commit =
        new GroupCommit<>(100, 50, AT_ONCE, SHARED, held::commit);
    CompletableFuture<Integer> slow = commit.offer(0).orElseThrow();
    Thread first = new Thread(commit::run);
    first.start();
    await(held.began);
    Thread second = new Thread(commit::run);
    second.start();
    CompletableFuture<Integer> next = commit.offer(1).orElseThrow();
    assertThatThrownBy(() -> next.get(20, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    IntStream.range(2, 10).forEach(n -> assertThat(commit.offer(n)).isPresent());
    assertThat(next.get(20, TimeUnit.SECONDS)).as("the first is still at work").isEqualTo(1);
    assertThat(slow).isNotDone();
    held.mayEnd.countDown();
    commit.stop();
    first.join();
    second.join();
    assertThat(held.sizes).containsExactly(1, 9);
  }

  @Test
  void a_full_queue_refuses_at_once_and_takes_again_when_there_is_room() {
    GroupCommit<Integer, Integer> commit =
        new GroupCommit<>(2, 2, AT_ONCE, () -> AT_ONCE, group -> group);
    Optional<CompletableFuture<Integer>> first = commit.offer(1);
    assertThat(commit.offer(2)).isPresent();
    assertThat(commit.isFull()).isTrue();
    assertThat(commit.offer(3)).isEmpty();
    commit.stop();
    commit.run();
    assertThat(first.orElseThrow()).isCompletedWithValue(1);
    assertThat(commit.offer(4)).as("nobody commits any more").isEmpty();
  }

  @Test
  void a_failing_commit_fails_its_group_and_not_the_next() {
    GroupCommit<Integer, Integer> commit =
        new GroupCommit<>(
            4,
            1,
            AT_ONCE,
            () -> AT_ONCE,
            group -> {
              if (group.contains(1)) {
                throw new IllegalStateException("no");
              }
              return group;
            });
    CompletableFuture<Integer> bad = commit.offer(1).orElseThrow();
    CompletableFuture<Integer> good = commit.offer(2).orElseThrow();
    commit.stop();
    commit.run();
    assertThatThrownBy(bad::get).isInstanceOf(ExecutionException.class).hasMessageContaining("no");
    assertThat(good).isCompletedWithValue(2);
  }

  @Property(tries = 50)
  void however_many_write_at_once_each_gets_its_own_answer(
      @ForAll @IntRange(min = 1, max = 4) int writers,
      @ForAll @IntRange(min = 1, max = 40) int most,
      @ForAll boolean shared)
      throws Exception {
    GroupCommit<Integer, Integer> commit =
        new GroupCommit<>(
            1000,
            most,
            AT_ONCE,
            shared ? SHARED : () -> AT_ONCE,
            group -> group.stream().map(n -> -n).toList());
    List<Thread> threads =
        IntStream.range(0, writers).mapToObj(i -> new Thread(commit::run)).toList();
    threads.forEach(Thread::start);
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 500).mapToObj(n -> commit.offer(n).orElseThrow()).toList();
    commit.stop();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(answers)
        .extracting(CompletableFuture::join)
        .isEqualTo(IntStream.range(0, 500).mapToObj(n -> -n).toList());
  }

  /** Commits at once, but the group that holds the item 0 not before it may. */
  private static final class HeldFirst {
    final CountDownLatch began = new CountDownLatch(1);
    final CountDownLatch mayEnd = new CountDownLatch(1);
    final ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();

    List<Integer> commit(List<Integer> group) {
      sizes.add(group.size());
      began.countDown();
      if (group.contains(0)) {
        await(mayEnd);
      }
      return group;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
